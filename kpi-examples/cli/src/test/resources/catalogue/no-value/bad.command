calc a*10^4999*10^4999/b a=1元 b=1元 --unit ‰
