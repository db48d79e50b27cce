run home seed 7 size 80 24
next
show
sales
next
hangup
again
show
next
show
