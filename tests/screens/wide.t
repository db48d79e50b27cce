run practice cards 4 seed 3 size 80 24 bank wide
# wide letters, letters with marks behind them, and what joins: card and verdict, large and small
show
marketing
show
roles
size 40 12
show
next
size 40 12
show
sales
show
page-down
show
size 80 24
next
show
not-sure
sales
show
size 43 16
show
next
size 80 24
show
key !
type 間違い👋🏽है
show
key Esc
sales
next
show
size 40 12
show
page-down
show
