calc A+1 A=1 Ａ=2
