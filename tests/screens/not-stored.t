run practice cards 3 seed 7 size 80 24 fails 2
# storing fails twice: no verdict; tried again, it fails again, then it holds
sales
show
roles
retry
show
size 40 12
show
retry
show
