run practice cards 4 seed 17 size 80 24 bank board clues ascii
# Enter alone goes on to the verdict
next
marketing
show
next
show
