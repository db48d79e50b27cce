run practice cards 4 seed 1 lines size 72 24
s
next
m?
next
! the clue is thin
r
u
x
h
next

m
next
s
next
s
next
