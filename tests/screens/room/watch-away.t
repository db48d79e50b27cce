watch people 5 away 2 5
tick 20000
tick 20000
show
tick 20000
show
tick 40000
show
