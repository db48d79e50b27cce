run practice cards 8 seed 3 size 80 24
# practice on three days, then what has come of it: four pages, the figures, a run over the hardest
sales
next
marketing
next
marketing
next
sales
next
sales
next
sales
next
marketing
next
marketing
next
sales
next
sales
next
sales
next
marketing
next
marketing
next
sales
next
sales
next
sales
next
again 1
marketing
next
sales
next
sales
next
marketing
next
sales
next
sales
next
marketing
next
sales
next
sales
next
marketing
next
sales
next
sales
next
marketing
next
sales
next
sales
next
marketing
next
again 9
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
sales
next
marketing
next
again 2 progress
show
key d
show
next
show
next
show
next
show
key Left
key Left
key Left
key 1
sales
show
key q
next
show
key q
