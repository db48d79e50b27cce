show size 40 12
show
type 7 4
next
show
page-down
show
page-down
show
page-down
page-down
show
next
next
next
type 112 90
next
show
next
show
help
show
