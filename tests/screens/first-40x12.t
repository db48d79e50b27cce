run home seed 4 size 40 12 strange
show
next
show
sales
marketing
marketing
sales
sales
show
next
show
page-down
show
next
show
quit
