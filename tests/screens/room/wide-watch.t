watch people 12 names wide
# the live board with names wider than their column, on both sizes
tick 200000
show
next
show
next
show
size 40 12
show
previous-page
show
previous-page
show
page-down
show
