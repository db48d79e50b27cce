watch people 5 tests open-after lines pipe
