join open away,away,before,none
# the place is away at first, and comes back with a part; then none is open, but it is there
next
show
tick 1000
sales
sales
show
next
show
key q
