watch people 14
show
tick 20000
tick 40000
tick 60000
show
roles
next
show
roles
next
show
next-page
show
tick 200000
show
down
down
show
previous-page
show
tick 3600000
previous-page
previous-page
show
