run home seed 4 size 80 24 strange
# the first start: intro, six cards without feedback (here five scenarios), rule, reveal, menu
show
next
show
sales
show
marketing
marketing
sales
sales
show
next
show
page-down
show
next
show
down
show
next
show
quit
