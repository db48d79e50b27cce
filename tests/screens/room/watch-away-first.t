watch people 5 away 0 2
show
tick 40000
show
