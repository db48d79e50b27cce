run practice cards 3 seed 7 size 40 12 keys
# keys of one's own on the smallest screen, down to the result
show
key Space
show
key !
show
key Esc
key g
show
key n
show
key Space
key y
show
