run home seed 3 size 40 12
key 8
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
