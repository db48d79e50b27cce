show
# hands taken back: of this card, of one without any; digits where no page takes them, with the Enter
# behind them; and what a hand that slips does
take-back
show
type 7 4
next
take-back
show
type 8 4
next
show
type 7 4
show
next
show
next
next
take-back
show
type 74
next
type  1
next
next
next
type 12 12 12
next
show
key Esc
type 1000 1
next
key Esc
type 0 0
next
show
key q
next
next
next
previous-page
show
