run practice cards 3 seed 7 size 80 24
key u
show
sales
key !
show
type Zoë says: unclear?
show
key Backspace
key Enter
show
key u
show
key u
show
next
show
key !
key Esc
show
quit
show
