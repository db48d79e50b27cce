join lines open before,before
1
u
s
u
h
