run practice cards 2 seed 2 size 80 24
# word, symbol and place carry the meaning: the text of a miss and of a hit without any roles
sales
show
next
sales
show
