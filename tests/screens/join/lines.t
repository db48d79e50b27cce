join lines self
1
s
m?
next
s
next
q
again
m
next
