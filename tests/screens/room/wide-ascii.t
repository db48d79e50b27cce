watch people 6 names wide ascii
# names are written otherwise before they are cut to their column
tick 200000
show
next
show
size 40 12
show
previous-page
show
