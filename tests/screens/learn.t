run home seed 3 size 80 24
# the primer from the menu: its pages, back and on, practice from a page, and out at the end
choose Learn
show
key Right
show
key Left
key Right
key Right
show
next
next
next
show
next
show
key t
show
key q
show
next
next
next
show
