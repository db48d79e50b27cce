run practice cards 2 seed 7 size 80 24 motion
# the judged card slides to its side, a step a tick; a key skips the rest
sales
show
tick 16
tick 16
show
tick 16
tick 16
show
next
marketing
next
show
