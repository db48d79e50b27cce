run practice cards 6 seed 3 size 80 24 ascii bank wide
# what the terminal cannot show is written otherwise before it is laid out
show
marketing
show
size 40 12
show
next
next
show
sales
show
size 80 24
show
again 1 progress
next
show
