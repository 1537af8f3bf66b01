calc 5+3 --unit 百餘人
