run practice cards 2 seed 3 size 80 24 strange
# a principle never met shows its rule on a page before its first card; the page is no place to answer
show
sales
show
next
show
marketing
next
show
size 40 12
show
