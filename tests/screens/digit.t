run home seed 7 size 80 24
# "One principle", a number that is not there, then the second of the list; on a card, nothing
choose One principle
show
key 9
show
key 2
show
key 1
show
hangup
