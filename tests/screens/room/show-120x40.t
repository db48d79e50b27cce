show size 120 40
show
type 17 4
next
show
next
show
