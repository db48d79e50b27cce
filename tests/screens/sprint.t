run sprint seed 3 size 80 24
# right less wrong until the clock has run out; the next is measured by it
next
sales
show
next
marketing
next
sales
next
tick 60000
show
again
next
marketing
next
tick 60000
show
