show
# the help tells of the pages of a card, and of u only where hands can be taken back
help
show
help
type 7 4
next
help
show
