run home seed 3 lines size 72 24 met
3
next
t
m
next
q
next
q
q
