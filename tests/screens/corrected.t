run home corrected 2 size 80 24
# the page comes before the menu, where Enter leads
show
strike-out
help
next
show
next
quit
