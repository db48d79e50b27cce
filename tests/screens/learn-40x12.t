run home seed 3 size 40 12
page-down
page-down
choose Learn
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
