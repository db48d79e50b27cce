join lines self
1
s
m?
next
s
next
q
z
again
m
next
