show fails 1 3
# going on without keeping
type 2 2
next
go-on-unsaved
show
next
next
type 1 1
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
show
