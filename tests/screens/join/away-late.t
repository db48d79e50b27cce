join open none,none,away,late,late,none
# the place is away, and what it says then comes late: it stays away until it is seen
next
tick 1000
tick 1000
show
tick 1000
show
tick 1000
show
key q
