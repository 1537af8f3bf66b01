calc a/b a=1元 b=2元 --unit ‰
