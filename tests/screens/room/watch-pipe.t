watch people 3 lines pipe
