run practice cards 2 seed 7 size 80 24
click 10 9
show
click 75 23
show
click 60 8
show
click 76 23
show
