run home seed 4 size 80 24 strange
# "not sure" holds for its own card only
next
not-sure
show
sales
show
