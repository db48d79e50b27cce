run practice cards 4 seed 16 lines size 72 24 bank board clues
next
sales
r
x
4
2
next
