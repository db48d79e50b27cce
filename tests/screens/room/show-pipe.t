show lines pipe bare
7 4
next
next
2 9
next
