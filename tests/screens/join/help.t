join open before,before
# in a test nothing is struck out: u says so, and the help does not name it
next
key u
show
sales
key u
show
help
show
