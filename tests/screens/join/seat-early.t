join seat open none,before
next
show
sales
sales
next
