run practice cards 4 seed 16 size 80 24 bank board clues
# what gave it away, from the list; Enter before anything is marked would go on
next
sales
show
roles
up
up
show
next
show
