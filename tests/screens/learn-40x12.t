run home seed 3 size 40 12 met
key 3
show
page-down
show
next
show
help
show
help
quit
show
