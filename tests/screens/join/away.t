join open none,none,away,away,none,practice
# the place goes away while somebody waits, and comes back with the next part
next
show
tick 1000
show
tick 1000
show
tick 1000
show
tick 1000
show
key q
