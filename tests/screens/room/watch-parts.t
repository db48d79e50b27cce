watch people 5 tests
tick 90000
next
show
roles
