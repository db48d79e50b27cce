run home seed 7 size 80 24
# a number that is not there, then "One principle", then the second of the list; on a card, nothing
key 9
show
key 2
show
key 2
show
key 1
show
hangup
