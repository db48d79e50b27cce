run home corrected 4 size 40 12
# longer than the screen: read on with PageDown
show
page-down
show
page-down
page-down
show
next
quit
