watch people 3 lines pipe away 0 2
