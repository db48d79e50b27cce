run sort seed 3 lines size 72 24 bank board
4x
1m 2s 3s?
s
3
next
4m, 5 sales, 6m
r
9s
7 s
next
