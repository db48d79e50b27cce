run practice cards 4 seed 9 size 80 24
# the misses again, with their siblings; then done
marketing
next
marketing
next
marketing
next
marketing
next
show
key a
show
marketing
show
next
show
sales
show
next
marketing
next
sales
next
show
next
