// A placeholder that proves the plugin; the language comes later.
grammar KpiGrammar;

file : ANY* EOF # Whole ;

ANY : . ;
