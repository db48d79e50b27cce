run exam cards 4 minutes 2 seed 3 size 80 24
# the time of an exam goes by, and what is open counts as not right
next
sales
tick 61000
show
tick 60000
show
next
show
