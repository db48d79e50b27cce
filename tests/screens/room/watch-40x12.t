watch people 14 size 40 12
show
tick 120000
show
page-down
show
next
show
next
show
