run exam adaptive seed 3 size 80 24
# as many cards as it takes; saying sales to all leans
next
show
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
sales
show
next
show
