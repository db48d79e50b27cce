run practice cards 6 seed 3 size 40 24 lines bank wide
# the same told: no line is wider than it may be
sales
next
marketing
next
m?
next
s
next
q
again 1 progress
next
next
next
q
