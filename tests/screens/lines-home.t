run home seed 2 lines size 72 24
99
h
next
2
1
s
next
q
next
q
