run home seed 3 lines size 72 24
choose Learn
next
t
m
next
q
next
q
q
