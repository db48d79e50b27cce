watch people 0
show
next
show
next
show
