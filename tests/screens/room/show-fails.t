show fails 3 5
# the disk is full at the sixth hand: nothing counts before all are kept
type 7 4
next
show
roles
retry
show
retry
retry
show
