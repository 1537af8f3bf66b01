/** Arithmetic and nothing else: what a parser costs that knows no units, no Chinese, and says nothing of errors. */
grammar Bare;

formula : sum EOF ;
sum : product ((PLUS | MINUS) product)* ;
product : value ((STAR | SLASH) value)* ;
value : NUMBER | NAME | '(' sum ')' ;

PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
NUMBER : [0-9]+ ('.' [0-9]+)? ;
NAME : [a-z]+ ;
BLANK : [ \t\r\n]+ -> skip ;
