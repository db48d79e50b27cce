run home seed 7 size 80 24
show
down
next
show
down
next
show
click 70 5
show
