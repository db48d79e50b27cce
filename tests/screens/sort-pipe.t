run sort seed 3 lines pipe size 72 24 bank board
# the end of the input judges a board on which every card has its side
1m 2s 3s 4m 5s 6m 7s
