calc 1/3 --places 5
