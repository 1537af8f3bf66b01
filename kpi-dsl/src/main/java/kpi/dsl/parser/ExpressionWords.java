package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * The one pass between lexer and parser for text that holds an expression. It decides, by what stands before a token,
 * whether an operand or an operator is due, and so which words are keywords, what {@code x} and a comma mean, and which
 * bracket is a note. What the parser could only call unexpected is named here.
 */
final class ExpressionWords {
    /** Where the expression stands. Points rules have caps, and labels before the amount. */
    enum Mode {
        PLAIN,
        POINTS,
        /** Begins with a step, as if behind a comma. */
        STEPS,
        /** Parts of a rank, each behind a top-level comma with a word of its own. */
        RANK
    }

    private static final int CALL = 1;
    private static final int PLAIN_BRACKET = 2;

    private final Lexed lexed;
    private final List<Token> in;
    private final Brackets brackets;
    private final Mode mode;
    private final Set<String> unitWords;
    private final Problems problems;
    private final Phrases phrases;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<int[]> counts = new ArrayDeque<>(); // per bracket: conditions, commas
    private int signs;
    private int conditions;
    private int nodes;
    private boolean colonSeen;
    private int from;
    private final GuardLines guards;

    private ExpressionWords(
            Lexed lexed, List<Token> in, Brackets brackets, Mode mode, Set<String> unitWords, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.brackets = brackets;
        this.mode = mode;
        this.unitWords = unitWords;
        this.problems = problems;
        this.phrases = new Phrases(lexed, in);
        this.guards = new GuardLines(lexed, in, problems);
    }

    /**
     * The tokens the parser reads.
     *
     * @param from how many tokens at the start are no part of the expression: they stay as they are
     * @param unitWords units the author declared; they may follow a number after a blank, as Chinese units may
     * @return empty if a problem was reported
     */
    static Optional<List<Token>> of(
            Lexed lexed, List<Token> tokens, int from, Mode mode, Set<String> unitWords, Problems problems) {
        int before = problems.count();
        List<Token> in = from >= tokens.size() ? tokens : Notes.merge(lexed, Frame.without(lexed, tokens, from));
        Characters.check(lexed, in, problems);
        Brackets brackets = Brackets.match(lexed, in, Math.min(from, Math.max(0, in.size() - 1)), problems);
        if (!brackets.sound()) {
            return Optional.empty();
        }
        ExpressionWords words = new ExpressionWords(lexed, in, brackets, mode, unitWords, problems);
        words.run(from);
        return problems.count() == before ? Optional.of(words.out) : Optional.empty();
    }

    private void run(int first) {
        from = first;
        out.addAll(in.subList(0, Math.min(from, in.size())));
        counts.push(new int[2]);
        int i = mode == Mode.STEPS ? step(from) : mode == Mode.RANK ? rankPart(from) : from;
        while (i < in.size()) {
            int next = i + 1;
            Token token = in.get(i);
            boolean outermost = mode == Mode.PLAIN && open.isEmpty() && i > from;
            if (outermost && !operandDue() && guards.begins(i)) {
                out.add(lexed.mark(KpiGrammarParser.NEXT_LINE, in.get(i - 1)));
            }
            switch (token.getType()) {
                case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN -> open(token);
                case KpiGrammarLexer.ROUND_CLOSE, KpiGrammarLexer.SQUARE_CLOSE, KpiGrammarLexer.SHELL_CLOSE ->
                    close(token);
                case KpiGrammarLexer.QUANTITY -> next = quantity(i);
                case KpiGrammarLexer.WORD -> next = word(i);
                case KpiGrammarLexer.COMMA -> next = comma(i);
                case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> sign(i);
                case KpiGrammarLexer.AMPERSAND -> put(KpiGrammarParser.AND, token);
                case KpiGrammarLexer.PERCENT -> percent(token);
                case KpiGrammarLexer.COLON -> {
                    colonSeen |= open.isEmpty();
                    out.add(token);
                }
                case KpiGrammarLexer.EQ -> {
                    if (i == from) {
                        problems.add(Problem.of(SyntaxCode.LEADING_EQUALS, lexed.span(token))
                                .edit(lexed.span(token), ""));
                    }
                    out.add(token);
                }
                case KpiGrammarLexer.BRACE_OPEN -> {
                    Slips.braces(lexed, in, i, problems);
                    return;
                }
                case KpiGrammarLexer.BAR -> {
                    if (Slips.bars(lexed, in, i, problems)) {
                        return;
                    }
                    out.add(token);
                }
                case KpiGrammarLexer.DOUBLE_SLASH -> {
                    Foreign.operator(lexed, in, token, problems);
                    return; // a comment of another language: what follows is no formula
                }
                default -> {
                    if (Foreign.operator(lexed, in, token, problems)) {
                        return;
                    }
                    out.add(token);
                }
            }
            i = next;
        }
        countNodes(from);
    }

    /** Depth of what the parser would have to keep on its stack here. */
    private void checkDepth(Token token) {
        if (open.size() + signs + conditions > problems.limit(Limit.NESTING)) {
            problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, lexed.span(token));
            signs = 0;
            conditions = 0;
        }
    }

    private void countNodes(int from) {
        for (int i = from; i < out.size(); i++) {
            switch (out.get(i).getType()) {
                case KpiGrammarParser.OPEN,
                        KpiGrammarParser.CLOSE,
                        KpiGrammarParser.CALL_OPEN,
                        KpiGrammarParser.COMMA,
                        KpiGrammarParser.STEP_COMMA -> {}
                default -> nodes++;
            }
            if (nodes > problems.limit(Limit.NODES)) {
                problems.exceeds(SyntaxCode.TOO_MANY_NODES, Limit.NODES, lexed.span(out.get(i)));
                return;
            }
        }
    }

    private void open(Token token) {
        boolean list = !out.isEmpty()
                && (last().getType() == KpiGrammarParser.IN || last().getType() == KpiGrammarParser.NOT_IN);
        boolean call =
                list || !out.isEmpty() && Operands.isName(last().getType()) && !(mode == Mode.POINTS && eachName());
        open.push(call ? CALL : PLAIN_BRACKET);
        counts.push(new int[] {conditions, 0});
        signs = 0;
        put(call ? KpiGrammarParser.CALL_OPEN : KpiGrammarParser.OPEN, token);
        checkDepth(token);
    }

    private boolean eachName() {
        return out.size() >= 2 && out.get(out.size() - 2).getType() == KpiGrammarParser.EACH && open.isEmpty();
    }

    private void close(Token token) {
        open.pop();
        conditions = counts.pop()[0];
        put(KpiGrammarParser.CLOSE, token);
    }

    private void sign(int i) {
        Token token = in.get(i);
        if (operandDue() && !out.isEmpty()) {
            Token before = last();
            if (before.getType() == token.getType()) {
                String replacement = token.getType() == KpiGrammarLexer.MINUS ? "+" : lexed.text(token);
                Span both = lexed.span(before, token);
                Problem.Builder problem = Problem.of(SyntaxCode.DOUBLED_SIGN, lexed.span(token))
                        .with("sign", lexed.text(token))
                        .edit(both, replacement);
                if (token.getType() == KpiGrammarLexer.MINUS) {
                    problem.edit(both, lexed.text(token));
                }
                problems.add(problem);
            }
            signs++;
            checkDepth(token);
        }
        out.add(token);
    }

    private void percent(Token token) {
        Problem.Builder problem =
                Problem.of(SyntaxCode.DETACHED_PERCENT, lexed.span(token)).with("sign", lexed.text(token));
        if (!out.isEmpty() && last().getType() == KpiGrammarParser.QUANTITY) {
            boolean already = "%％‰".contains(lastCharacter(last()));
            Span gap = lexed.source().span(last().getStopIndex() + 1, token.getStartIndex());
            if (already) {
                problem.edit(gap.to(lexed.span(token)), "");
            } else {
                problem.edit(gap, "");
            }
        } else if (!out.isEmpty() && Operands.isName(last().getType())) {
            problem.edit(lexed.span(token), " × 1" + lexed.text(token)).edit(lexed.span(token), "");
        }
        problems.add(problem);
        out.add(token);
    }

    private String lastCharacter(Token token) {
        String text = lexed.text(token);
        return text.substring(text.length() - 1);
    }

    // ---- commas ---------------------------------------------------------------------------------------------

    private int comma(int i) {
        Token token = in.get(i);
        if (!open.isEmpty() && open.peek() == CALL) {
            int[] here = counts.element();
            here[1]++;
            if (here[1] == problems.limit(Limit.ARGUMENTS)) {
                problems.exceeds(SyntaxCode.TOO_MANY_ARGUMENTS, Limit.ARGUMENTS, lexed.span(token));
            }
            out.add(token);
            return i + 1;
        }
        if (mode == Mode.RANK && open.isEmpty()) {
            boolean part = phrases.at(i + 1, Slot.RANK).isPresent();
            out.add(part ? lexed.as(KpiGrammarParser.STEP_COMMA, token) : token);
            return rankPart(i + 1);
        }
        if (mode == Mode.PLAIN && open.isEmpty() && guards.isOtherwise(i + 1)) {
            out.add(lexed.mark(KpiGrammarParser.NEXT_LINE, token));
            return i + 1;
        }
        int comma = out.size();
        int end = step(i + 1);
        if (end == i + 1) {
            Problem.Builder problem = Problem.of(SyntaxCode.COMMA_OUTSIDE_CALL, lexed.span(token));
            if (i > 0 && i + 1 < in.size()) {
                Slips.groupingComma(lexed, in, i, problem);
            }
            problems.add(problem);
            out.add(token);
        } else {
            out.add(comma, lexed.as(KpiGrammarParser.STEP_COMMA, token));
            if (open.isEmpty()) {
                guards.checkStep(i);
            }
        }
        return end;
    }

    /** The words that begin a step; answers the index behind them, or the same index if no step begins here. */
    private int step(int i) {
        Optional<Rounding.Found> rounding = Rounding.at(lexed, in, i);
        if (rounding.isPresent()) {
            int end = i + rounding.get().words();
            out.add(lexed.as(rounding.get().type(), in.get(i), in.get(end - 1)));
            return end;
        }
        Optional<Phrases.Match> step =
                mode == Mode.POINTS && open.isEmpty() ? phrases.at(i, Slot.CAP, Slot.STEP) : phrases.at(i, Slot.STEP);
        return step.map(match -> keyword(i, match)).orElse(i);
    }

    /** The word that begins a part of a rank; answers the index behind it. */
    private int rankPart(int i) {
        Optional<Phrases.Match> part = phrases.at(i, Slot.RANK, Slot.BY);
        if (part.isEmpty()) {
            return i;
        }
        int next = keyword(i, part.get());
        Optional<Phrases.Match> measure =
                part.get().keyword() == Keyword.BY ? phrases.at(next, Slot.MEASURE) : Optional.empty();
        return measure.isPresent() ? keyword(next, measure.get()) : next;
    }

    private int keyword(int i, Phrases.Match match) {
        out.add(lexed.as(match.keyword().type(), in.get(i), in.get(i + match.words() - 1)));
        return i + match.words();
    }

    // ---- words ----------------------------------------------------------------------------------------------

    private int word(int i) {
        Token token = in.get(i);
        if (isTimes(i)) {
            put(KpiGrammarParser.STAR, token);
            return i + 1;
        }
        int conversion = conversion(i);
        if (conversion > i) {
            return conversion;
        }
        if (isTightTimes(i) && Slips.tightTimes(lexed, in, i, problems)) {
            put(KpiGrammarParser.STAR, token);
            return i + 1;
        }
        int glued = Slips.glued(lexed, in, i, operandDue(), problems);
        if (glued > i) {
            out.add(lexed.as(KpiGrammarParser.QUANTITY, token, in.get(glued - 1)));
            return glued;
        }
        if (mode == Mode.POINTS && open.isEmpty() && !operandDue()) {
            Optional<Phrases.Match> cap = phrases.at(i, Slot.CAP);
            if (cap.isPresent() && cap.get().keyword() == Keyword.IN_ALL) {
                return keyword(i, cap.get());
            }
        }
        if (beginsClause(i)) {
            problems.add(Problem.of(SyntaxCode.CLAUSES_ON_ONE_LINE, lexed.span(token))
                    .with("word", lexed.text(token))
                    .edit(lexed.between(in.get(i - 1), token), "\n"));
            return in.size(); // what follows is another clause
        }
        Optional<PastWords.Found> past = operandDue() ? PastWords.at(lexed, in, i) : Optional.empty();
        if (past.isPresent() && nameFollows(i + past.get().words())) {
            int end = i + past.get().words();
            out.add(lexed.as(KpiGrammarParser.PAST, token, in.get(end - 1)));
            return end;
        }
        if (isInPeriod(i)) {
            out.add(lexed.as(KpiGrammarParser.IN_PERIOD, token));
            out.add(lexed.as(KpiGrammarParser.PERIOD, in.get(i + 1)));
            return i + 2;
        }
        Optional<Phrases.Match> match = phrases.at(i, Slot.EXPRESSION);
        if (match.isPresent() && applies(match.get().keyword(), i)) {
            if (match.get().keyword() == Keyword.IF) {
                conditions++;
                checkDepth(token);
            } else if (match.get().keyword() == Keyword.NOT) {
                signs++;
                checkDepth(token);
            } else if (mode == Mode.PLAIN) {
                guards.met(match.get().keyword(), i);
            }
            return keyword(i, match.get());
        }
        Optional<Phrases.Match> rows = phrases.at(i, Slot.ROWS).filter(found -> isBehindRows(found.keyword()));
        if (rows.isPresent()) {
            return keyword(i, rows.get());
        }
        signs = 0;
        int end = i + (operandDue() ? Math.max(1, nameLength(i)) : 1);
        out.add(lexed.as(KpiGrammarParser.WORD, token, in.get(end - 1)));
        return end;
    }

    /** A clause word behind a whole clause, outside brackets: {@code formula a / b unit %}. */
    private boolean beginsClause(int i) {
        return (mode == Mode.PLAIN || mode == Mode.STEPS)
                && from > 0
                && open.isEmpty()
                && !operandDue()
                && out.size() > from
                && Lexed.sameLine(in.get(i - 1), in.get(i))
                && Keyword.ofWord(Slot.KPI, lexed.text(in.get(i))).isPresent();
    }

    /** Words that mean other periods stand before a name; before anything else they are names themselves. */
    private boolean nameFollows(int i) {
        if (i >= in.size()
                || !Lexed.sameLine(in.get(i - 1), in.get(i))
                || !Operands.isName(in.get(i).getType())) {
            return false;
        }
        boolean infix = phrases.at(i, Slot.EXPRESSION)
                .filter(match -> match.keyword() != Keyword.NOT
                        && match.keyword() != Keyword.IF
                        && match.keyword() != Keyword.EACH)
                .isPresent();
        boolean times = Operands.isTimesLetter(lexed, in.get(i))
                && i + 1 < in.size()
                && Lexed.sameLine(in.get(i), in.get(i + 1))
                && Operands.beginsOperand(lexed, in.get(i + 1));
        return !infix && !times;
    }

    /** {@code actual for 105}: behind a name, before a period. */
    private boolean isInPeriod(int i) {
        return !operandDue()
                && Operands.isName(last().getType())
                && phrases.at(i, Slot.EXPRESSION)
                        .filter(match -> match.keyword() == Keyword.IN_PERIOD)
                        .isPresent()
                && follows(i, KpiGrammarLexer.QUANTITY);
    }

    /** How many words a name of a function takes here, or one of the definitions that a function asks for. */
    private int nameLength(int i) {
        return isArgument()
                ? Math.max(FunctionNames.at(lexed, in, i), FunctionNames.option(lexed, in, i))
                : FunctionNames.at(lexed, in, i);
    }

    /** Whether an argument begins here that is not the first. */
    private boolean isArgument() {
        return !open.isEmpty() && open.peek() == CALL && last().getType() == KpiGrammarParser.COMMA;
    }

    private boolean isBehindRows(Keyword keyword) {
        return switch (keyword) {
            case WITHIN -> !open.isEmpty() && open.peek() == CALL && !operandDue();
            case OVER_PRESENT -> isArgument();
            case PRESENT_LEAST -> isArgument() && out.get(out.size() - 2).getType() == KpiGrammarParser.OVER_PRESENT;
            default -> false;
        };
    }

    /** {@code 歲入 in 萬元}, {@code 歲入 以 萬元 計}: behind a value, a unit. In ("A", "B") asks something else. */
    private int conversion(int i) {
        boolean due = !operandDue()
                && phrases.at(i, Slot.CONVERSION)
                        .filter(match -> match.keyword() == Keyword.MEASURED_IN)
                        .isPresent()
                && i + 1 < in.size()
                && phrases.at(i, Slot.CAP).isEmpty(); // in all
        if (!due
                || in.get(i + 1).getType() != KpiGrammarLexer.WORD
                        && in.get(i + 1).getType() != KpiGrammarLexer.PERCENT) {
            return i;
        }
        int end = i + 2;
        while (end + 1 < in.size()
                && in.get(end).getType() == KpiGrammarLexer.SLASH
                && Lexed.touch(in.get(end - 1), in.get(end))
                && Lexed.touch(in.get(end), in.get(end + 1))) {
            end += 2;
        }
        put(KpiGrammarParser.MEASURED_IN, in.get(i));
        out.add(lexed.as(KpiGrammarParser.UNIT, in.get(i + 1), in.get(end - 1)));
        if (end < in.size() && lexed.text(in.get(end)).equals("計")) {
            put(KpiGrammarParser.MEASURED, in.get(end));
            end++;
        }
        return end;
    }

    /** A word is a keyword only where one of its kind is due. */
    private boolean applies(Keyword keyword, int i) {
        return switch (keyword) {
            case AND, OR, THEN, ELSE, WHERE -> !operandDue();
            case IS_MISSING,
                    IS_NOT_REPORTED,
                    IS_NOT_APPLICABLE,
                    IS_MEANINGLESS,
                    IS_NOT_YET_RELEASED,
                    IS_UNDEFINED,
                    IS_NOT_MISSING,
                    IS_NOT_UNDEFINED -> !operandDue();
            case REACHES, DOES_NOT_REACH, BETTER_THAN, NOT_BETTER_THAN -> !operandDue();
            case STARTS_WITH, ENDS_WITH, CONTAINS, IN, NOT_IN -> !operandDue();
            case OTHERWISE, OTHERWISE_UNDEFINED -> open.isEmpty() && guards.isGuarded() && nextLine();
            case EXCEPT -> open.isEmpty() && nextLine() && follows(i, KpiGrammarLexer.TEXT);
            case NOT, YES, NO -> operandDue() && !follows(i, KpiGrammarLexer.DOT);
            case IF -> operandDue() && !callsFunction(i);
            case EACH -> eachDue();
            case WHEN -> open.isEmpty() && (mode == Mode.POINTS ? !colonSeen : mode == Mode.PLAIN && !operandDue());
            default -> false;
        };
    }

    private boolean nextLine() {
        return !out.isEmpty() && last().getType() == KpiGrammarParser.NEXT_LINE;
    }

    private boolean eachDue() {
        if (mode == Mode.POINTS && open.isEmpty()) {
            return true; // before the amount, or behind a cap
        }
        return !out.isEmpty()
                && (last().getType() == KpiGrammarParser.CALL_OPEN || last().getType() == KpiGrammarParser.COMMA);
    }

    private boolean follows(int i, int type) {
        return i + 1 < in.size() && in.get(i + 1).getType() == type;
    }

    /** {@code if(c, a, b)}: the bracket behind the word holds arguments. */
    private boolean callsFunction(int i) {
        if (i + 1 >= in.size() || !Brackets.isOpen(in.get(i + 1))) {
            return false;
        }
        for (int at = i + 2; at < brackets.partner(i + 1); at++) {
            if (Brackets.isOpen(in.get(at))) {
                at = brackets.partner(at);
            } else if (in.get(at).getType() == KpiGrammarLexer.COMMA) {
                return true;
            }
        }
        return false;
    }

    /** {@code x} between blanks, between two operands of one line. */
    private boolean isTimes(int i) {
        if (!isTimesLetter(i)) {
            return false;
        }
        Token token = in.get(i);
        Token before = in.get(i - 1);
        Token after = in.get(i + 1);
        return Lexed.sameLine(before, token)
                && Lexed.sameLine(token, after)
                && !Lexed.touch(before, token)
                && !Lexed.touch(token, after)
                && Operands.beginsOperand(lexed, after);
    }

    /** An x where an operator is due, and something behind it. */
    private boolean isTimesLetter(int i) {
        return Operands.isTimesLetter(lexed, in.get(i)) && !operandDue() && i > 0 && i + 1 < in.size();
    }

    private boolean isTightTimes(int i) {
        return isTimesLetter(i) && Operands.beginsOperand(lexed, in.get(i + 1));
    }

    // ---- numbers --------------------------------------------------------------------------------------------

    private int quantity(int i) {
        signs = 0;
        int dateEnd = Foreign.date(lexed, in, i, problems);
        if (dateEnd > i) {
            out.add(lexed.as(KpiGrammarParser.DATE, in.get(i), in.get(dateEnd - 1)));
            return dateEnd;
        }
        boolean inCall = !open.isEmpty() && open.peek() == CALL;
        int before = problems.count();
        int end = Grouping.merge(lexed, in, i, inCall, problems);
        Token last = in.get(end - 1);
        NumberShape.Shape shape = problems.count() > before
                ? NumberShape.Shape.BROKEN
                : NumberShape.judge(lexed.span(in.get(i), last), problems);
        if (shape != NumberShape.Shape.NUMBER) {
            out.add(lexed.as(KpiGrammarParser.DATE, in.get(i), last));
            return end;
        }
        if (isUnitWord(end, last)) {
            last = in.get(end++);
        }
        out.add(lexed.as(KpiGrammarParser.QUANTITY, in.get(i), last));
        return end;
    }

    /** {@code 0.1 分}: a Chinese or declared word right behind a number on its line, where no operand may stand. */
    private boolean isUnitWord(int i, Token number) {
        if (i >= in.size() || in.get(i).getType() != KpiGrammarLexer.WORD || !Lexed.sameLine(number, in.get(i))) {
            return false;
        }
        String word = lexed.text(in.get(i));
        boolean keyword =
                !phrases.at(i, Slot.EXPRESSION, Slot.CAP, Slot.CONVERSION).isEmpty();
        boolean called = i + 1 < in.size() && Brackets.isOpen(in.get(i + 1));
        return !keyword
                && !called
                && NumberShape.lacksUnit(lexed.text(number))
                && (unitWords.contains(word) || Character.isIdeographic(word.codePointAt(0)));
    }

    // ---- state ----------------------------------------------------------------------------------------------

    private Token last() {
        return out.get(out.size() - 1);
    }

    private void put(int type, Token token) {
        out.add(lexed.as(type, token));
    }

    /** Whether what comes next begins an operand. */
    private boolean operandDue() {
        return out.isEmpty() || !Operands.endsOperand(last().getType());
    }
}
