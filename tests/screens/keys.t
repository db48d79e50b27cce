run home seed 7 size 80 24 keys fails 1 strange
# keys of one's own: the screen names them, the old ones do nothing any more
key p
show
key Space
show
key s
key m
key Enter
show
key PageUp
key d
show
key o
key ?
show
key Space
key !
type x and s
show
key Enter
key y
show
