run exam cards 4 pass 3 seed 3 size 80 24
# not passed, one wrong too many, and passed on another day
next
show
sales
sales
sales
sales
show
next
show
again 1
next
marketing
sales
marketing
sales
show
