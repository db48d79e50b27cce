show wide
# a session in other scripts, card by card: for a room, on the smallest screen, and in ASCII's columns
show
type 7 4
show
next
show
next
show
next
type 12 30
next
size 120 40
show
next
show
size 40 12
show
page-down
show
next
show
type 3 9
next
show
next
show
