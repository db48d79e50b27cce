watch people 5 ascii
tick 100000
show
next
show
