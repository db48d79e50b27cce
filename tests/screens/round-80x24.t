run practice cards 4 seed 2 size 80 24
# a whole round on the design size: tag, hit, miss, pair, result
show
roles
not-sure
show
roles
sales
show
roles
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
roles
next
