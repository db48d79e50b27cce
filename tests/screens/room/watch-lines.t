watch people 3 lines
# a change is told when five seconds have gone by since the last summary; Enter asks for one
tick 1000
tick 17000
next
tick 2000
tick 1000
tick 2000
x
tick 1000
tick 20000
q
