run practice cards 2 seed 2 lines pipe fails 9 size 72 24
s
next
