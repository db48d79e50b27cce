watch people 5 names
tick 60000
show
next
show
tick 40000
show
next
show
