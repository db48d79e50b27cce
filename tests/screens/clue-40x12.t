run practice cards 4 seed 16 size 40 12 bank board clues
# the question takes the card's place, and a number answers it
next
sales
show
down
down
show
key 3
show
