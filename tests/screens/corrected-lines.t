run practice corrected 1 seed 1 cards 1 lines size 72 24
# an answer typed too early means nothing here
s
next
s
next
