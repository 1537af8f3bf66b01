calc a+1 a=-
