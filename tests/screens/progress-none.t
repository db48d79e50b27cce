run progress size 80 24
# nothing answered yet: one page, and a round from it
show
key t
show
key q
key q
show
