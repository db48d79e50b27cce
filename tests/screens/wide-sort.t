run sort seed 3 size 80 24 bank wide
# the board and its review with wide names of sides
show
sales
sales
marketing
show
size 40 12
show
down
down
show
sales
marketing
marketing
sales
next
show
size 80 24
show
