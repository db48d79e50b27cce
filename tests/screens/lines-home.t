run home seed 2 lines size 72 24 met
7
h
next
2
1
s
next
q
next
q
