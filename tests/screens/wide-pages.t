run home seed 3 size 80 24 bank wide
# menu, primer, field guide and progress of a bank in other scripts
show
choose Learn
next
show
next
next
next
next
show
next
show
size 40 12
show
page-down
show
size 80 24
quit
choose Practice
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
show
again 1 progress
show
next
show
size 40 12
show
next
show
again 1 guide
show
size 40 12
show
page-down
show
