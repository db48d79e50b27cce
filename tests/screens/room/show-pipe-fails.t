show lines pipe fails 1 1
7 4
