run practice cards 3 seed 7 size 39 12
show
size 80 11
show
size 12 3
show
size 1 1
show
size 120 40
show
sales
show
size 40 12
show
size 80 24
show
