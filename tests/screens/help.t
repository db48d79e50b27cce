run practice cards 2 seed 7 size 80 24
help
show
page-down
show
help
show
size 40 12
help
show
key Esc
show
