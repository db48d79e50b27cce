run practice corrected 1 seed 2 cards 1 lines pipe size 72 24
# nobody is asked: the first line is for the run already
next
s
