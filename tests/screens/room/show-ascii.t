show ascii
type 3 4
next
show
next
show
