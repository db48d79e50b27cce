join size 40 12 nameless open before,none,none,away,practice
show
next
sales
quit
show
pause
again
show
marketing
show
next
show
tick 1000
show
tick 1000
show
quit
