run sprint seed 3 size 80 24
# the clock is hidden: nothing moves by itself, what was said of an answer stays, and the end comes
next
key c
sales
show
tick 20000
tick 20000
show
marketing
show
tick 20000
show
