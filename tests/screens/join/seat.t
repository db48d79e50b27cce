join seat open before,practice
next
sales
sales
next
