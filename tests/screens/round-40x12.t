run practice cards 4 seed 2 size 40 12
# a whole round on the small size, with paging: tag, hit, miss, pair, result
show
not-sure
show
sales
show
next
show
marketing
show
next
marketing
show
next
show
sales
show
next
show
next
