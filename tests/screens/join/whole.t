join pass 2 open before,before,practice,practice,after
show
next
show
sales
marketing
show
next
show
tick 1000
tick 1000
show
marketing
next
sales
next
show
next
tick 1000
tick 1000
sales
show
quit
show
next
sales
show
next
