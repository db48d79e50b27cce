join lines pipe open before
s
