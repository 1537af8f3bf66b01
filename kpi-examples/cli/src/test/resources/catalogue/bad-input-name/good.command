calc A+B A=1 B=2
