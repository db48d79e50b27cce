run practice cards 2 seed 2 lines pipe unkept size 72 24
s
next
m
next
