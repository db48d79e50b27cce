watch people 14 tests size 120 40
tick 300000
show
next
show
next
show
