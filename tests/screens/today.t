run home seed 3 size 80 24
# the puzzle of the day, and its line to paste
choose Today
show
next
sales
next
marketing
next
sales
next
sales
next
sales
next
show
