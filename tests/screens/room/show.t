show
# cards counted, one on a second try, one not counted; a look back; then to the end
show
type 7 4
show
next
show
roles
next
show
roles
next
type 3
next
show
key Esc
type 5 6
key Backspace
type 7
next
show
next
next
next
show
previous-page
previous-page
show
previous-page
previous-page
show
next
next
next
next
next
next
type 0 12
next
show
next
next
type 12,1
next
next
next
type 99 / 101
next
show
next
next
show
next
next
show
next
show
next
show
next
next
next
next
next
show
next
