run practice cards 8 seed 1 size 80 24
# every card is called sales: misses make siblings due, and the pair is compared
sales
next
sales
next
sales
next
sales
next
sales
show
next
sales
show
next
sales
show
next
sales
show
next
show
down
show
page-down
show
