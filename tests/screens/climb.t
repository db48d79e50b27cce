run climb seed 3 size 80 24
# three misses end a climb; the next is measured by it
next
sales
show
next
sales
next
sales
next
sales
next
sales
next
sales
next
show
again
next
marketing
next
marketing
next
marketing
next
show
