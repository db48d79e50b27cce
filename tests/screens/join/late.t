join lines open practice,after
1
s
next
s
next
next
s
s
next
