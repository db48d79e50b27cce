show lines
7 4
next
u
8 4
7 4
7
next
next
u
3
x
previous-page
next
9 2
next
next
0 5
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
next
