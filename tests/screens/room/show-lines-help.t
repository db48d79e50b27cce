show lines
h
next
7 4
h
