/*
 * The KPI language, one entry rule per clause.
 *
 * The lexer knows no keyword. Between lexer and parser, Layout cuts a file into clauses and the Words passes turn
 * words into keywords (Keyword is the table), merge what belongs together (periods, figures, units, notes) and settle
 * what a comma or an `x` means. So every rule below decides on the next token or two, and no text has two readings.
 *
 * The lexer reads folded characters (FoldedChars): a full-width sign arrives as its half-width twin, a letter beyond
 * ASCII as `a`, and the signs without an ASCII twin as the control characters named here.
 */
grammar KpiGrammar;

tokens {
    // made by Words from other tokens
    OPEN, CLOSE, CALL_OPEN, STEP_COMMA, NOTE, DATE, FIGURE, PERIOD, UNIT, QUALIFIER, TYPE, STEP_SIZE, COUNT, PAST, NEXT_LINE, MILESTONE,
    // keywords of clauses
    LANGUAGE, CALENDAR, DEFINE, DEFINE_UNIT, LOOK_UP, BANDS, SCORECARD, KPI, DATA, RATINGS, DIMENSION, PERSPECTIVE, OBJECTIVE, SUMMARY,
    ROLL_UP, MISSING_CHILD, HOLD_HARMLESS, COVERAGE, GATE,
    SCALE, RUBRIC, STAGE, SCORE, SCORE_BANDS, EACH_SCORER, ALL_SCORERS, MISSING_SCORER, AS_GIVEN,
    OWNER, AUTHORITY, PRINTED, ANNOTATION, SOURCE, INPUT, FORMULA, UNIT_CLAUSE, ACTUAL_CLAUSE, DIRECTION, TARGET_CLAUSE,
    BASELINE, THRESHOLD, BENCHMARK, STRETCH, LEGAL_FLOOR, REPORTED, ATTAINMENT_CLAUSE, ATTAINED, ATTAINED_WHEN, GRADE, LIGHT, RANK, POINTS, MILESTONES, PUBLISHED, EXAMPLE, VERSION, LAW, NOT_COMPARABLE,
    MISSING_CLAUSE, NOT_REPORTED_CLAUSE, NOT_APPLICABLE_CLAUSE, MEANINGLESS_CLAUSE, NOT_YET_RELEASED_CLAUSE,
    UNDEFINED_CLAUSE, BASE, DEDUCT, ADD, ALLOTTED, POINT_GROUP, POINT_TOTAL, GIVEN, EXPECT,
    // keywords in their slots
    ROC, WESTERN, ALSO, PER_ROW, PER, IN_UNIT, SHOWN_IN, SHOWN, PRINTED_AS, HIGHER, LOWER, NEAREST, WITHIN_BAND, TOLERANCE, OF_TARGET, NO_DIRECTION, WITHOUT_TARGET,
    LAST_MILESTONE, HIGHEST_MILESTONE,
    AS_OF, KNOWN_ON, PROVISIONAL, FINAL, BASIS, REPLACES, ASSERTED, NONE_PRINTED, BETWEEN, BAND_AND,
    NOT_REPORTED, NOT_APPLICABLE, MEANINGLESS, NOT_YET_RELEASED,
    ACTUAL, TARGET, ATTAINMENT, ATTAINED_SHARE, MEAN_ATTAINMENT, IS_ATTAINED, NOT_ATTAINED, EXPECT_RANK, NO_VALUE, NO_RESULT, COLUMN,
    BY, RANK_WITHIN, RANK_WHERE, HIGHEST_FIRST, LOWEST_FIRST, TIES_BEST, TIES_WORST, TIES_MEAN, TIES_DENSE, TIES_IN_ORDER,
    GRADE_FROM, GRADE_UP_TO, GRADE_OVER, GRADE_UNDER,
    WEIGHTED_MEAN, CHILD_MEAN, CHILD_GEOMETRIC_MEAN, CHILD_HARMONIC_MEAN, CHILD_MIN, CHILD_MAX, CHILD_SUM, WORST_CHILD,
    CHILD_SHARE, RANK_SUM, OF_FIGURE, TOTAL_MISSING, CHILD_LEFT_OUT, SHARED_IN_PROPORTION, SHARED_EQUALLY, NOT_SHARED,
    AT_LEAST_SO_MUCH, OF_THE_WEIGHT, OF_ALL, CHILDREN, EVERY_CHILD, EVERY_PERSPECTIVE, EVERY_OBJECTIVE, EVERY_KPI, EVERY_PART, IF_SHUT,
    NO_GRADE, NO_FIGURE, KEPT_AT_MOST, GRADE_AT_MOST,
    RULE_FROM, SCORE_TO, WHOLE_SCORES, BY_SCORERS, SCORERS, SCORERS_LEAST, SCORER_LEFT_OUT, STAGE_MISSING, DEPARTS,
    OF_STAGE, WITH_REASON, ELSE_STAGE, AS_PROVISIONAL, SCORE_AS_GIVEN, CRITERIA_WEIGHTED, CRITERIA_MEAN, CRITERIA_SUM,
    CRITERIA_MIN, CRITERIA_MAX, SCORERS_MEAN, SCORERS_TRIMMED, SCORERS_MEDIAN, SCORERS_MIN, SCORERS_MAX, SCORERS_SUM,
    BANDS_METHOD, BANDS_BY, CREDIT_TO, CLOSENESS, PROGRESS, LINEAR, GOALPOSTS, YES_NO, UNDEFINED_METHOD, ACHIEVEMENT, IMPROVEMENT, BEST_OF, FROM_POINT, TO_POINT, BEST_AND,
    LAW_BETWEEN, LAW_TO, LAW_AT_LEAST, LAW_AT_MOST, ACTUAL_NEVER_FALLS, ACTUAL_NEVER_RISES, ACTUAL_UNCHANGED,
    ATTAINMENT_NEVER_FALLS, ATTAINMENT_NEVER_RISES, ATTAINMENT_UNCHANGED, LAW_WHEN, LAW_RISES, LAW_SCALED, LAW_ROWS,
    LAW_REORDERED, LAW_ROW, LAW_ADDED, LAW_WITH, LAW_AGAIN,
    FIRST_MATCH, STEPS, ONWARD, FROM_FILE, MAY_BE_MISSING, LEAVE_OUT, INSTEAD, COUNTED, AS_NOT_APPLICABLE,
    // keywords of expressions
    AND, OR, NOT, MEASURED_IN, MEASURED, IF, THEN, ELSE, EACH, WHERE, WHEN, OTHERWISE, OTHERWISE_UNDEFINED, EXCEPT,
    REACHES, DOES_NOT_REACH, BETTER_THAN, NOT_BETTER_THAN, STARTS_WITH, ENDS_WITH, CONTAINS, IN, NOT_IN, YES, NO, AT_MOST, AT_LEAST, WITHIN, OVER_PRESENT, PRESENT_LEAST, ROUND_PLACES, ROUND_WHOLE, ROUND_STEP, INTERPOLATED, EXTENDED,
    IS_MISSING, IS_NOT_REPORTED, IS_NOT_APPLICABLE, IS_MEANINGLESS, IS_NOT_YET_RELEASED, IS_UNDEFINED, IS_NOT_MISSING,
    IS_NOT_UNDEFINED, IN_PERIOD, IF_MISSING, IF_NOT_REPORTED, IF_NOT_APPLICABLE, IF_MEANINGLESS, IF_NOT_YET_RELEASED, IF_UNDEFINED,
    EACH_AT_MOST, EACH_AT_LEAST, ALL_AT_MOST, ALL_AT_LEAST, IN_ALL, OF_ALLOTTED, OF_OTHERS, OF_TOTAL
}

// ---- formulas -------------------------------------------------------------------------------------------------

formula : body EOF ;

// What stands after a comma is done to everything before it. Rows of guards and exceptions are lines of their own.
body : value guards? (STEP_COMMA step)* ((NEXT_LINE exception)+ (STEP_COMMA step)*)? ;

guards : WHEN value (NEXT_LINE value WHEN value)* (NEXT_LINE (OTHERWISE value | OTHERWISE_UNDEFINED))? ;

exception : EXCEPT TEXT WHEN value COLON value ;

// Chains are flat: no rule calls itself but through a bracket, a condition, or `not`, so the stack grows with nesting
// alone, and little. Which operator binds tighter is decided by the builder: see Logical and Arithmetic.

value
    : IF value THEN value ELSE value    # Choice
    | NOT* arithmetic tail* ((AND | OR) NOT* arithmetic tail*)*     # Logical
    ;

tail
    : relation arithmetic                                               # RelationTail
    | (IN | NOT_IN) CALL_OPEN value (COMMA value)* CLOSE                # MembershipTail
    | missingTest                                                       # MissingTail
    ;

missingTest
    : IS_MISSING | IS_NOT_REPORTED | IS_NOT_APPLICABLE | IS_MEANINGLESS | IS_NOT_YET_RELEASED | IS_UNDEFINED
    | IS_NOT_MISSING | IS_NOT_UNDEFINED
    ;

relation
    : LT | LE | GT | GE | EQ | NE
    | REACHES | DOES_NOT_REACH | BETTER_THAN | NOT_BETTER_THAN
    | STARTS_WITH | ENDS_WITH | CONTAINS
    ;

arithmetic : sign* operand conversion? ((PLUS | MINUS | STAR | SLASH | CARET) sign* operand conversion?)* ;

conversion : MEASURED_IN UNIT MEASURED? ;

sign : PLUS | MINUS ;

// What may nest stands apart from what cannot: the fewer alternatives a rule has, the less stack a level of it takes.
operand
    : OPEN value (STEP_COMMA step)* CLOSE NOTE?     # BracketedOperand
    | PAST* name CALL_OPEN (argument (COMMA argument)*)? CLOSE NOTE?    # ApplicationOperand
    | leaf                                          # LeafOperand
    ;

leaf
    : QUANTITY NOTE?                    # NumberOperand
    | DATE                              # DateOperand
    | TEXT                              # TextOperand
    | (YES | NO)                        # TruthOperand
    | name                              # NameOperand
    | name DOT name                     # MemberOperand
    | name NOTE                         # NotedOperand
    | PAST+ name                        # PastOperand
    | PAST+ name DOT name               # PastMemberOperand
    | name IN_PERIOD PERIOD             # InPeriodOperand
    ;

name : WORD | ID | QUOTED_NAME ;

argument
    : value rowsOf?                         # ValueArgument
    | EACH name (WHERE value)? COLON value  # EachArgument
    | OVER_PRESENT (COMMA PRESENT_LEAST QUANTITY)?  # PresentArgument
    ;

rowsOf : (WITHIN name)+ (WHERE value)? | WHERE value ;

step
    : stepWord value                                                    # ValueStep
    | (ROUND_PLACES | ROUND_WHOLE | INTERPOLATED | EXTENDED)            # PlainStep
    ;

stepWord
    : AT_MOST | AT_LEAST | ROUND_STEP
    | IF_MISSING | IF_NOT_REPORTED | IF_NOT_APPLICABLE | IF_MEANINGLESS | IF_NOT_YET_RELEASED | IF_UNDEFINED
    ;

// ---- heads of declarations ------------------------------------------------------------------------------------

languageLevel : LANGUAGE QUANTITY EOF ;

calendar : CALENDAR (ROC | WESTERN) EOF ;

define : DEFINE name parameters? validity? EQ body EOF ;

defineHead : DEFINE name parameters? validity? EQ EOF ;

validity : VERSION PERIOD ONWARD? (COMMA? NOT_COMPARABLE)? ;

parameters : OPEN (parameter ((COMMA | SEPARATOR) parameter)*)? CLOSE ;

parameter : name (IN_UNIT UNIT)? ;

condition : value EOF ;

unitDeclaration : DEFINE_UNIT name (EQ FIGURE)? EOF ;

scorecardHead : SCORECARD id TEXT? per? EOF ;

kpiHead : KPI id TEXT? (ALSO labels)? per? EOF ;

per
    : PER_ROW id                            # EachRow
    | PER id ((SEPARATOR | COMMA) id)*      # EachGroup
    ;

datasetHead : DATA table (NEXT_LINE table)* EOF ;

table : id OPEN column (COMMA column)* CLOSE PERIOD? (FROM_FILE labels)? ;

column : id TEXT* COLON columnType MAY_BE_MISSING? ;

lookUpHead
    : (LOOK_UP | BANDS) id OPEN lookUpColumn ((COMMA | STAR) lookUpColumn)* MAPS_TO lookUpColumn CLOSE
      (COMMA? FIRST_MATCH)? (FROM_FILE TEXT)? EOF
    ;

// What stands behind `in steps of` is an expression and read by itself.
lookUpColumn : id TEXT* COLON columnType (STEPS STEP_SIZE)? ;

columnType
    : TYPE              # WordType
    | TEXT (BAR TEXT)*  # TextsType
    ;

ratingsHead : RATINGS PERIOD (id id)? TEXT? EOF ;

// ---- judged dimensions ----------------------------------------------------------------------------------------

dimensionHead : DIMENSION id TEXT? (COMMA? RULE_FROM PERIOD ONWARD?)? EOF ;

scale : SCALE FIGURE SCORE_TO FIGURE (COMMA WHOLE_SCORES)? EOF ;

rubricHead : RUBRIC EOF ;

criterion : name FIGURE EOF ;

levels : level+ EOF ;

level : FIGURE SCORE_TO FIGURE TEXT ;

stageHead : STAGE id TEXT? COMMA? BY_SCORERS (FIGURE SCORERS? (COMMA SCORERS_LEAST FIGURE SCORERS?)? | labels) EOF ;

asGiven : AS_GIVEN (COMMA DEPARTS FIGURE OF_STAGE id)? (COMMA WITH_REASON)? EOF ;

missingScorer : MISSING_SCORER COLON? (SCORER_LEFT_OUT | STAGE_MISSING) EOF ;

scoring : (EACH_SCORER | ALL_SCORERS) combination (STEP_COMMA step)* EOF ;

combination
    : SCORE_AS_GIVEN | CRITERIA_WEIGHTED | CRITERIA_MEAN | CRITERIA_SUM | CRITERIA_MIN | CRITERIA_MAX
    | SCORERS_MEAN | SCORERS_TRIMMED | SCORERS_MEDIAN | SCORERS_MIN | SCORERS_MAX | SCORERS_SUM
    ;

scoreChoice : SCORE stageChoice (COMMA ELSE_STAGE stageChoice)* EOF ;

stageChoice : id AS_PROVISIONAL? ;

scoreFormula : SCORE body EOF ;

scoreBands : SCORE_BANDS scoreBand+ EOF ;

scoreBand : FIGURE TEXT? COLON? edge ((COMMA | SEPARATOR)? edge)? ;

labels : TEXT ((SEPARATOR | COMMA) TEXT)* ;

id
    : name          # PlainId
    | WORD DOT WORD # DottedId
    ;

ids : id ((SEPARATOR | COMMA | NEXT_LINE) id)* ;

qualifiedName : name QUALIFIER? ;

// ---- scorecards -----------------------------------------------------------------------------------------------

perspectiveHead : PERSPECTIVE TEXT weights? EOF ;

objectiveHead : OBJECTIVE (id TEXT? | TEXT) weights? EOF ;

kpiReferences
    : ids EOF                                           # PlainReferences
    | (weighted (SEPARATOR | COMMA | NEXT_LINE)?)+ EOF  # WeightedReferences
    ;

weighted : id weights ;

weights : FIGURE | (PERIOD COLON FIGURE)+ ;

// What a node is of what is below it. Steps follow as behind a formula.
rollUpClause : ROLL_UP rollUpMethod (OF_FIGURE? (measure | name))? rollUpPlaces? (STEP_COMMA step)* EOF ;

// How the groups are placed in each KPI, whose places are summed.
rollUpPlaces : COMMA (HIGHEST_FIRST | LOWEST_FIRST) (COMMA ties)? ;

rollUpFormula : ROLL_UP EQ value (STEP_COMMA step)* EOF ;

rollUpMethod
    : WEIGHTED_MEAN | CHILD_MEAN | CHILD_GEOMETRIC_MEAN | CHILD_HARMONIC_MEAN | CHILD_MIN | CHILD_MAX | CHILD_SUM
    | WORST_CHILD | CHILD_SHARE | RANK_SUM
    ;

missingChild : MISSING_CHILD (TOTAL_MISSING | CHILD_LEFT_OUT | SHARED_IN_PROPORTION | SHARED_EQUALLY | NOT_SHARED) EOF ;

// The figure is the larger one of with and without these.
holdHarmless : HOLD_HARMLESS spared ((SEPARATOR | COMMA) spared)* EOF ;

spared : TEXT | id ;

coverage : COVERAGE AT_LEAST_SO_MUCH FIGURE (OF_THE_WEIGHT | (OF_ALL FIGURE)? CHILDREN)? COMMA IF_SHUT NO_FIGURE EOF ;

gateEvery : GATE every AT_LEAST_SO_MUCH FIGURE COMMA shut EOF ;

every : EVERY_CHILD | EVERY_PERSPECTIVE | EVERY_OBJECTIVE | EVERY_KPI ;

gateCondition : WHEN value EOF ;

gateOtherwise : GATE shut EOF ;

shut : IF_SHUT (NO_GRADE | NO_FIGURE | KEPT_AT_MOST FIGURE | GRADE_AT_MOST (TEXT | name)) ;

summary : SUMMARY ids EOF ;

// ---- clauses of a KPI -----------------------------------------------------------------------------------------

textClause : (OWNER | AUTHORITY | PRINTED | ANNOTATION | SOURCE) TEXT EOF ;

inputs : INPUT inputLine (NEXT_LINE inputLine)* EOF ;

inputLine
    : inputNames (IN_UNIT COLON? UNIT)? series?    # NewInputs
    | series                                # MoreOfSeries
    ;

inputNames : inputName ((SEPARATOR | COMMA) inputName)* ;

inputName : qualifiedName (ALSO TEXT)* ;

series : entry+ attributes ;

entry : PERIOD COLON (FIGURE | absence) ;

reportedSeries : reportedEntry+ attributes ;

reportedEntry : PERIOD COLON (FIGURE | absence | reached) ;

// Words behind the period of a reported actual; Words has told them from what qualifies a figure.
reached : MILESTONE ((SEPARATOR | COMMA) MILESTONE)* ;

absence : NOT_REPORTED | NOT_APPLICABLE | MEANINGLESS | NOT_YET_RELEASED ;

attributes : (COMMA? attribute)* ;

attribute
    : AS_OF DATE            # CoversTo
    | KNOWN_ON DATE         # KnownOn
    | (BASIS | WORD)        # Basis
    | PROVISIONAL           # Provisional
    | FINAL                 # Final
    | TEXT                  # NoteText
    | REPLACES TEXT         # Replaces
    ;

definition : qualifiedName EQ body EOF ;

formulaClause : FORMULA body EOF ;

missingClause : missingWord qualifiedName ((SEPARATOR | COMMA) qualifiedName)* COLON missingPolicy EOF ;

missingWord
    : MISSING_CLAUSE | NOT_REPORTED_CLAUSE | NOT_APPLICABLE_CLAUSE | MEANINGLESS_CLAUSE | NOT_YET_RELEASED_CLAUSE
    | UNDEFINED_CLAUSE
    ;

missingPolicy
    : LEAVE_OUT                 # LeaveOutPolicy
    | INSTEAD value             # InsteadPolicy
    | AS_NOT_APPLICABLE TEXT?   # NotApplicablePolicy
    ;

unitClause : UNIT_CLAUSE UNIT (COMMA? shownIn)? EOF ;

shownIn
    : SHOWN_IN UNIT SHOWN?
    | PRINTED_AS UNIT
    ;

actualClause : ACTUAL_CLAUSE step (STEP_COMMA step)* EOF ;

milestoneActual : ACTUAL_CLAUSE (LAST_MILESTONE | HIGHEST_MILESTONE) (STEP_COMMA step)* EOF ;

directionClause
    : DIRECTION (HIGHER | LOWER | NEAREST tolerance? | WITHIN_BAND | NO_DIRECTION) (COMMA? WITHOUT_TARGET)? EOF
    ;

// How near is near enough: a figure in the unit of the KPI, or a share of the target.
tolerance : COMMA? TOLERANCE FIGURE OF_TARGET? ;

targetClause : TARGET_CLAUSE target (NEXT_LINE? target)* EOF ;

target
    : PERIOD COLON (targetRelation FIGURE | FIGURE (GRADE_FROM | GRADE_UP_TO)? | BETWEEN FIGURE BAND_AND FIGURE | NONE_PRINTED) TEXT?
    ;

computedTarget : TARGET_CLAUSE PERIOD COLON targetRelation? body TEXT? EOF ;

targetRelation : GE | LE | EQ ;

// One figure for all periods, or figures that each hold from their period on.
levelClause : (BASELINE | THRESHOLD | BENCHMARK | STRETCH | LEGAL_FLOOR) weights EOF ;

computedLevel : (BASELINE | THRESHOLD | BENCHMARK | STRETCH | LEGAL_FLOOR) (PERIOD COLON)? body EOF ;

reportedFile : REPORTED FROM_FILE labels (COMMA? REPLACES TEXT)? EOF ;

reportedClause : REPORTED reportedSeries (NEXT_LINE reportedSeries)* EOF ;

attainmentClause : ATTAINMENT_CLAUSE body EOF ;

namedAttainment : ATTAINMENT_CLAUSE attainmentMethod (STEP_COMMA step)* EOF ;

// What is looked up, and below it what it is worth.
bandsHead : ATTAINMENT_CLAUSE BANDS_METHOD (BANDS_BY value)? (STEP_COMMA step)* EOF ;

creditBands : ATTAINMENT_CLAUSE creditBand+ EOF ;

creditBand : FIGURE (CREDIT_TO FIGURE)? COLON? edge ((COMMA | SEPARATOR)? edge)? ;

// Where another method holds: `when target = 0 人: yes/no`, on a line of its own.
attainmentCase : WHEN value EOF ;

attainmentMethod : BEST_OF singleMethod BEST_AND singleMethod | singleMethod ;

singleMethod
    : (PROGRESS | LINEAR) FROM_POINT value TO_POINT value   # BetweenMethod
    | GOALPOSTS value TO_POINT value                        # BetweenMethod
    | YES_NO                                                # YesNoMethod
    | CLOSENESS                                             # ClosenessMethod
    | UNDEFINED_METHOD                                      # UndefinedMethod
    | (ACHIEVEMENT | IMPROVEMENT)                           # StandardMethod
    | value                                                 # FormulaMethod
    ;

attainedClause : (ATTAINED | ATTAINED_WHEN) value EOF ;

assertedClause : ATTAINED PERIOD COLON ASSERTED TEXT EOF ;

publishedClause : PUBLISHED published (NEXT_LINE published)* EOF ;

published : PERIOD TEXT? COLON publishedFigure (COMMA publishedFigure)* ;

publishedFigure : measure targetRelation? FIGURE ;

measure : ACTUAL | TARGET | ATTAINMENT | ATTAINED_SHARE | MEAN_ATTAINMENT ;

publishedColumn : PUBLISHED COLUMN id EOF ;

// ---- ranks and grades -------------------------------------------------------------------------------------------

rankClause : RANK (BY measure STEP_COMMA)? (RANK_WITHIN id ((SEPARATOR | COMMA) id)* STEP_COMMA)?
             (RANK_WHERE value STEP_COMMA)? (HIGHEST_FIRST | LOWEST_FIRST) (STEP_COMMA ties)? EOF ;

ties : TIES_BEST | TIES_WORST | TIES_MEAN | TIES_DENSE | TIES_IN_ORDER ;

gradeClause : GRADE (BY measure)? band (SEMICOLON? band)* SEMICOLON? EOF ;

// A colour, a word and a shape: colours alone tell some readers nothing.
lightClause : LIGHT (BY measure)? lamp+ EOF ;

lamp : name (TEXT | name) TEXT COLON? edge ((COMMA | SEPARATOR)? edge)? ;

band : (TEXT | name) COLON? edge ((COMMA | SEPARATOR)? edge)? ;

edge
    : FIGURE (GRADE_FROM | GRADE_UP_TO)     # EdgeBehind
    | (GRADE_OVER | GRADE_UNDER) FIGURE     # EdgeBefore
    ;

// ---- versions ---------------------------------------------------------------------------------------------------

versionHead : VERSION PERIOD ONWARD? TEXT? EOF ;

// ---- points ---------------------------------------------------------------------------------------------------

pointItem : (BASE | DEDUCT | ADD) TEXT? COLON? (pointCondition COLON)? value cap* EOF ;

// The colon must follow: without it nobody could tell where the condition ends and the amount begins.
pointCondition
    : EACH name (WHERE value)? (WHEN value)?    # EachCase
    | WHEN value                                # OnCondition
    ;

cap
    : STEP_COMMA (EACH_AT_MOST | EACH_AT_LEAST) value                               # CapOnEach
    | STEP_COMMA (ALL_AT_MOST | ALL_AT_LEAST) value ofWhole?                        # CapInAll
    | STEP_COMMA (AT_MOST | AT_LEAST) value (EACH | ofWhole? IN_ALL | ofWhole)?     # TrailingCap
    ;

// What a share is a share of. The last is an error that names the two others.
ofWhole : OF_ALLOTTED | OF_OTHERS | OF_TOTAL ;

// A part that is worth at most its points: what follows the colon is a share of them, or points.
allottedItem : ALLOTTED value TEXT (WHEN value)? COLON value cap* EOF ;

pointGroup : POINT_GROUP TEXT (STEP_COMMA? limit (STEP_COMMA limit)*)? EOF ;

pointTotal : POINT_TOTAL limit (STEP_COMMA limit)* EOF ;

limit : (AT_MOST | AT_LEAST) value ofWhole? ;

pointGate : GATE (TEXT ((SEPARATOR | COMMA) TEXT)* | EVERY_PART) AT_LEAST_SO_MUCH FIGURE COMMA shut EOF ;

// ---- milestones -----------------------------------------------------------------------------------------------

milestones : milestone+ EOF ;

milestone : FIGURE name TEXT? ;

// ---- examples -------------------------------------------------------------------------------------------------

example : EXAMPLE TEXT? PERIOD? (GIVEN given ((SEMICOLON | SEPARATOR | NEXT_LINE) given)*)?
          EXPECT expectation ((COMMA | SEMICOLON | NEXT_LINE) expectation)* EOF ;

given
    : givenName
      ( EQ (FIGURE | literal) | NO_VALUE | givenRows
      | givenOfPeriod ((SEMICOLON | NEXT_LINE)? givenOfPeriod)*
      )
    ;

// The id of a KPI may hold a dot.
givenName : qualifiedName | WORD DOT WORD ;

givenOfPeriod : PERIOD COLON (FIGURE | NO_VALUE | givenRows) ;

givenRows : COUNT (COLON cell (COMMA cell)*)? ;

literal : TEXT | YES | NO | DATE ;

cell : name (FIGURE | literal) ;

expectation
    : measure? FIGURE ((PLUS | MINUS) FIGURE)* (EQ FIGURE)?     # ExpectedFigure
    | (IS_ATTAINED | NOT_ATTAINED)                              # ExpectedVerdict
    | qualifiedName FIGURE                                      # ExpectedDefinition
    | qualifiedName? (NO_VALUE | NO_RESULT)                     # ExpectedMissing
    | EXPECT_RANK FIGURE                                        # ExpectedRank
    | (TEXT | name)                                             # ExpectedGrade
    ;

// ---- laws -----------------------------------------------------------------------------------------------------

// Chinese says first what happens and then what holds, English the other way round; either may be written in both.
laws : LAW law (NEXT_LINE law)* EOF ;

law
    : measure lawBounds                         # BoundedLaw
    | lawClaim LAW_WHEN lawChange               # ClaimFirst
    | lawChange LAW_WHEN COMMA? lawClaim        # ChangeFirst
    ;

lawBounds : LAW_BETWEEN FIGURE LAW_TO FIGURE | LAW_AT_LEAST FIGURE | LAW_AT_MOST FIGURE ;

lawClaim
    : ACTUAL_NEVER_FALLS | ACTUAL_NEVER_RISES | ACTUAL_UNCHANGED
    | ATTAINMENT_NEVER_FALLS | ATTAINMENT_NEVER_RISES | ATTAINMENT_UNCHANGED
    ;

lawChange
    : LAW_AGAIN                                     # StepsAgain
    | LAW_ROWS name LAW_REORDERED                   # RowsReordered
    | LAW_ROW name LAW_ADDED (LAW_WITH lawCells)?   # RowAdded
    | lawName ((SEPARATOR | COMMA) lawName)*
      (LAW_RISES | LAW_SCALED | LAW_ROWS LAW_REORDERED | LAW_ADDED lawCells?)   # NamesFirst
    ;

lawName : qualifiedName | WORD DOT WORD ;

lawCells : cell ((COMMA | SEPARATOR) cell)* ;

// ---- tokens ---------------------------------------------------------------------------------------------------

SPACE : [ \t]+ -> skip ;
LINE_BREAK : '\n' -> skip ;
COMMENT : '#' ~[\n]* -> skip ;

TEXT
    : '"' ~["\n]* '"'
    | '\u0011' ~[\u0012\n]* '\u0012'    // “ ”
    | '\u0013' ~[\u0014\n]* '\u0014'    // 「 」
    ;
// Shorter than the same text with its closing quote.
UNCLOSED_TEXT
    : '"' ~["\n]*
    | '\u0011' ~[\u0012\n]*
    | '\u0013' ~[\u0014\n]*
    ;
QUOTED_NAME : '\u0015' ~[\u0015\u0016\n]+ '\u0016' ;    // 【 】

ID : LETTER (LETTER | DIGIT)* ('.' DIGIT (LETTER | DIGIT)*)+ ;
WORD : LETTER (LETTER | DIGIT)* ;
QUANTITY : '.'? MARKED_DIGIT (MARKED_DIGIT | LETTER | '.')* [%\u001A]? ;

fragment LETTER : [A-Za-z_] ;
fragment DIGIT : [0-9] ;
// The sign of an exponent is part of the number, and stands nowhere else inside one.
fragment MARKED_DIGIT : DIGIT ([eE] [+\-])? ;

DOUBLE_EQ : '==' ;
DOUBLE_AND : '&&' ;
DOUBLE_BAR : '||' ;
DOUBLE_SLASH : '//' ;
DOUBLE_STAR : '**' ;
ARROW : '=>' ;
MAPS_TO : '->' | '\u000E' ;   // →
REVERSED_LE : '=<' ;
QUESTION : '?' ;
BANG : '!' ;

PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
CARET : '^' ;
PERCENT : [%\u001A] ;   // ‰
LE : '<=' | '\u001C' ;  // ≦ ≤
GE : '>=' | '\u001B' ;  // ≧ ≥
NE : '<>' | '!=' | '\u001D' ;   // ≠
LT : '<' ;
GT : '>' ;
EQ : '=' ;
AMPERSAND : '&' ;
COMMA : ',' ;
SEPARATOR : '\u0017' ;  // 、
SEMICOLON : ';' ;
COLON : ':' ;
DOT : '.' ;
BAR : '|' ;
ROUND_OPEN : '(' ;
ROUND_CLOSE : ')' ;
SQUARE_OPEN : '[' ;
SQUARE_CLOSE : ']' ;
SHELL_OPEN : '\u0018' ;     // 〔
SHELL_CLOSE : '\u0019' ;    // 〕
BRACE_OPEN : '{' ;
BRACE_CLOSE : '}' ;

// Whatever else: the lexer never fails.
OTHER : . ;
