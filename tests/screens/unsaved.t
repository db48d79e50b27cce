run practice cards 2 seed 7 size 80 24 fails 99
sales
go-on-unsaved
show
next
marketing
show
next
show
