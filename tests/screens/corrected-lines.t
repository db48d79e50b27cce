run practice corrected 1 seed 2 cards 1 lines size 72 24
# an answer typed too early means nothing here; after the page comes the rule that is new
s
next
next
s
next
