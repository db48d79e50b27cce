run home seed 3 lines size 72 24
8
next
t
m
next
q
next
q
q
