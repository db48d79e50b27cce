watch lines
h
