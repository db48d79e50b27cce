run sort seed 3 size 80 24 bank board
# a board from the open cards to its result: the tag, one taken back, one moved by clicks
show
sales
not-sure
marketing
sales
next
show
up
not-sure
show
roles
sales
sales
marketing
marketing
marketing
marketing
click 10 15
click 70 2
show
click 10 2
show
next
show
roles
page-down
show
