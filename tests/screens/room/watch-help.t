watch
# the help tells of the pages of the board and how to turn them
help
show
