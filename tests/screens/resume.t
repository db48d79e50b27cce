run practice cards 4 seed 7 size 80 24
# hung up after two answers and a strike; the next start offers the run and goes on with it
sales
next
marketing
strike-out
next
sales
hangup
again
show
next
show
next
show
hangup
again
show
down
next
show
hangup
again
show
