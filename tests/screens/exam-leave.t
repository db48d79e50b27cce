run home seed 3 size 80 24
# an exam is left and stands open: it can be continued, but not begun anew today; then it is handed in
choose Exam
show
next
sales
show
quit
show
next
marketing
quit
key z
show
page-down
up
next
show
next
page-up
next
show
quit
key x
show
