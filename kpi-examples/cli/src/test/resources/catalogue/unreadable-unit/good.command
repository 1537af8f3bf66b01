calc 5+3 --unit 人
