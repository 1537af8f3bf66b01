package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        /** The same, in a points rule: limits may be shares of a whole. */
        LIMITS,
        /** Parts of a rank, each behind a top-level comma with a word of its own. */
        RANK
    }

    private final Lexed lexed;
    private final List<Token> in;
    private final Mode mode;
    private final int from;
    private final Problems problems;
    private final ReadSoFar read;
    private final Phrases phrases;
    private final GuardLines guards;
    private final DueKeywords due;
    private final UnitWords unitWords;

    private ExpressionWords(
            Lexed lexed,
            List<Token> in,
            int from,
            Brackets brackets,
            Mode mode,
            Set<String> unitWords,
            Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.mode = mode;
        this.from = from;
        this.problems = problems;
        this.read = new ReadSoFar(lexed, problems);
        this.phrases = new Phrases(lexed, in);
        this.guards = new GuardLines(lexed, in, problems);
        this.due = new DueKeywords(lexed, in, brackets, mode, from, phrases, guards, read);
        this.unitWords = new UnitWords(lexed, in, phrases, unitWords);
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
        List<Token> in = from >= tokens.size()
                ? tokens
                : GluedSteps.cut(
                        lexed,
                        Notes.merge(lexed, Frame.without(lexed, tokens, from)),
                        mode == Mode.STEPS || mode == Mode.LIMITS ? from : -1);
        Characters.check(lexed, in, problems);
        Brackets brackets = Brackets.match(lexed, in, Math.min(from, Math.max(0, in.size() - 1)), problems);
        if (!brackets.sound()) {
            return Optional.empty();
        }
        ExpressionWords words = new ExpressionWords(lexed, in, from, brackets, mode, unitWords, problems);
        words.run();
        return problems.count() == before ? Optional.of(words.read.tokens()) : Optional.empty();
    }

    private void run() {
        in.subList(0, Math.min(from, in.size())).forEach(read::put);
        int i = mode == Mode.STEPS || mode == Mode.LIMITS ? step(from) : mode == Mode.RANK ? rankPart(from) : from;
        while (i < in.size()) {
            int next = i + 1;
            Token token = in.get(i);
            boolean outermost = mode == Mode.PLAIN && read.isOutermost() && i > from;
            if (outermost && !read.operandDue() && guards.begins(i)) {
                read.put(lexed.mark(KpiGrammarParser.NEXT_LINE, in.get(i - 1)));
            }
            switch (token.getType()) {
                case KpiGrammarLexer.ROUND_OPEN, KpiGrammarLexer.SQUARE_OPEN, KpiGrammarLexer.SHELL_OPEN -> open(token);
                case KpiGrammarLexer.ROUND_CLOSE, KpiGrammarLexer.SQUARE_CLOSE, KpiGrammarLexer.SHELL_CLOSE ->
                    read.close(token);
                case KpiGrammarLexer.QUANTITY -> next = quantity(i);
                case KpiGrammarLexer.WORD -> next = word(i);
                case KpiGrammarLexer.COMMA -> next = comma(i);
                case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> sign(i);
                case KpiGrammarLexer.AMPERSAND -> read.put(KpiGrammarParser.AND, token);
                case KpiGrammarLexer.PERCENT -> percent(i);
                case KpiGrammarLexer.COLON -> read.colon(token);
                case KpiGrammarLexer.EQ -> {
                    if (i == from || read.isBehind(KpiGrammarParser.CALL_OPEN)) {
                        problems.add(Problem.of(SyntaxCode.LEADING_EQUALS, lexed.span(token))
                                .edit(lexed.span(token), ""));
                    }
                    read.put(token);
                }
                case KpiGrammarLexer.BRACE_OPEN -> {
                    Slips.braces(lexed, in, i, problems);
                    return;
                }
                case KpiGrammarLexer.BAR -> {
                    if (Slips.bars(lexed, in, i, problems)) {
                        return;
                    }
                    read.put(token);
                }
                case KpiGrammarLexer.DOUBLE_SLASH -> {
                    Foreign.operator(lexed, in, token, problems);
                    return; // a comment of another language: what follows is no formula
                }
                default -> {
                    if (Foreign.operator(lexed, in, token, problems)) {
                        return;
                    }
                    read.put(token);
                }
            }
            i = next;
        }
        read.checkNodes(from);
    }

    private void open(Token token) {
        boolean list = read.isBehind(KpiGrammarParser.IN) || read.isBehind(KpiGrammarParser.NOT_IN);
        boolean eachName = mode == Mode.POINTS && read.isOutermost() && read.isBehind(KpiGrammarParser.EACH, 2);
        read.open(token, list || read.isBehindName() && !eachName);
    }

    private void sign(int i) {
        Token token = in.get(i);
        if (read.operandDue() && !read.isEmpty()) {
            Token before = read.last();
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
            read.nestSign(token);
        }
        read.put(token);
    }

    private void percent(int i) {
        Token token = in.get(i);
        Problem.Builder problem =
                Problem.of(SyntaxCode.DETACHED_PERCENT, lexed.span(token)).with("sign", lexed.text(token));
        boolean remainder = i + 1 < in.size()
                && Lexed.sameLine(token, in.get(i + 1))
                && Operands.beginsOperand(lexed, in.get(i + 1))
                && !Brackets.isOpen(in.get(i + 1));
        if (remainder) {
            if (read.isBehindName()) {
                Span both = lexed.span(read.last(), in.get(i + 1));
                problem.edit(both, "mod(" + lexed.text(read.last()) + ", " + lexed.text(in.get(i + 1)) + ")");
            }
        } else if (read.isBehind(KpiGrammarParser.QUANTITY)) {
            boolean already = "%％‰".contains(lastCharacter(read.last()));
            Span gap = lexed.source().span(read.last().getStopIndex() + 1, token.getStartIndex());
            if (already) {
                problem.edit(gap.to(lexed.span(token)), "");
            } else {
                problem.edit(gap, "");
            }
        } else if (read.isBehindName() || read.isBehind(KpiGrammarParser.CLOSE)) {
            problem.edit(lexed.span(token), " × 1" + lexed.text(token)).edit(lexed.span(token), "");
        }
        problems.add(problem);
        read.put(token);
    }

    private String lastCharacter(Token token) {
        String text = lexed.text(token);
        return text.substring(text.length() - 1);
    }

    // ---- commas ---------------------------------------------------------------------------------------------

    private int comma(int i) {
        Token token = in.get(i);
        if (!read.operandDue() && read.branches(phrases.at(i + 1, Slot.EXPRESSION))) {
            return i + 1; // 若 a > b，則 c，否則 d
        }
        if (read.inCall()) {
            read.argumentComma(token);
            return i + 1;
        }
        if (mode == Mode.RANK && read.isOutermost()) {
            boolean part = phrases.at(i + 1, Slot.RANK).isPresent();
            read.put(part ? lexed.as(KpiGrammarParser.STEP_COMMA, token) : token);
            return rankPart(i + 1);
        }
        if (mode == Mode.PLAIN && read.isOutermost() && guards.isOtherwise(i + 1)) {
            read.put(lexed.mark(KpiGrammarParser.NEXT_LINE, token));
            return i + 1;
        }
        int comma = read.size();
        int end = step(i + 1);
        if (end == i + 1) {
            Problem.Builder problem = Problem.of(SyntaxCode.COMMA_OUTSIDE_CALL, lexed.span(token));
            if (i > 0 && i + 1 < in.size()) {
                Slips.groupingComma(lexed, in, i, problem);
            }
            StepSlips.behindComma(lexed, in, i, problem);
            problems.add(problem);
            read.put(token);
        } else {
            read.insert(comma, lexed.as(KpiGrammarParser.STEP_COMMA, token));
            if (read.isOutermost()) {
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
            read.put(rounding.get().type(), in.get(i), in.get(end - 1));
            return end;
        }
        Optional<Phrases.Match> step = mode == Mode.POINTS && read.isOutermost()
                ? phrases.at(i, Slot.CAP, Slot.STEP)
                : phrases.at(i, Slot.STEP);
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
        read.put(match.keyword().type(), in.get(i), in.get(i + match.words() - 1));
        return i + match.words();
    }

    // ---- words ----------------------------------------------------------------------------------------------

    private int word(int i) {
        Token token = in.get(i);
        if (!read.operandDue() && Operands.isSpacedTimes(lexed, in, i)) {
            read.put(KpiGrammarParser.STAR, token);
            return i + 1;
        }
        int unitEnd = read.operandDue() ? i : unitWords.conversionEnd(i);
        if (unitEnd > i) {
            return conversion(i, unitEnd);
        }
        if (!read.operandDue() && Operands.isTightTimes(lexed, in, i) && Slips.tightTimes(lexed, in, i, problems)) {
            read.put(KpiGrammarParser.STAR, token);
            return i + 1;
        }
        int glued = Slips.glued(lexed, in, i, read.operandDue(), problems);
        if (glued > i) {
            read.put(KpiGrammarParser.QUANTITY, token, in.get(glued - 1));
            return glued;
        }
        if ((mode == Mode.POINTS || mode == Mode.LIMITS)
                && read.isOutermost()
                && (!read.operandDue() || isBehindShare())) {
            Optional<Phrases.Match> cap = phrases.at(i, Slot.CAP).filter(match -> isBehindLimit(match.keyword()));
            if (cap.isPresent()) {
                return keyword(i, cap.get());
            }
        }
        if (due.beginsClause(i)) {
            problems.add(OtherClause.problem(lexed, in.get(0), in.get(i - 1), token));
            return in.size(); // what follows is another clause
        }
        Optional<PastWords.Found> past = read.operandDue() ? PastWords.at(lexed, in, i) : Optional.empty();
        if (past.isPresent() && due.nameFollows(i + past.get().words())) {
            int end = i + past.get().words();
            read.put(KpiGrammarParser.PAST, token, in.get(end - 1));
            return end;
        }
        if (due.isInPeriod(i)) {
            read.put(KpiGrammarParser.IN_PERIOD, token);
            read.put(KpiGrammarParser.PERIOD, in.get(i + 1));
            return i + 2;
        }
        Optional<Phrases.Match> match = phrases.at(i, Slot.EXPRESSION);
        if (match.isPresent() && due.applies(match.get().keyword(), i)) {
            if (match.get().keyword() == Keyword.IF) {
                read.nestCondition(token);
            } else if (match.get().keyword() == Keyword.NOT) {
                read.nestSign(token);
            } else if (mode == Mode.PLAIN) {
                guards.met(match.get().keyword(), i);
            }
            return keyword(i, match.get());
        }
        Optional<Phrases.Match> rows = phrases.at(i, Slot.ROWS).filter(found -> due.isBehindRows(found.keyword()));
        if (rows.isPresent()) {
            return keyword(i, rows.get());
        }
        read.endSigns();
        int end = i + (read.operandDue() ? Math.max(1, nameLength(i)) : 1);
        read.put(KpiGrammarParser.WORD, token, in.get(end - 1));
        return end;
    }

    private boolean isBehindShare() {
        return read.isBehind(KpiGrammarParser.OF_ALLOTTED)
                || read.isBehind(KpiGrammarParser.OF_OTHERS)
                || read.isBehind(KpiGrammarParser.OF_TOTAL);
    }

    private static boolean isBehindLimit(Keyword keyword) {
        return switch (keyword) {
            case IN_ALL, OF_ALLOTTED, OF_OTHERS, OF_TOTAL -> true;
            default -> false;
        };
    }

    /** How many words a name of a function takes here, or one of the definitions that a function asks for. */
    private int nameLength(int i) {
        return read.isArgument()
                ? Math.max(FunctionNames.at(lexed, in, i), FunctionNames.option(lexed, in, i))
                : FunctionNames.at(lexed, in, i);
    }

    private int conversion(int i, int unitEnd) {
        read.put(KpiGrammarParser.MEASURED_IN, in.get(i));
        read.put(KpiGrammarParser.UNIT, in.get(i + 1), in.get(unitEnd - 1));
        if (unitEnd < in.size() && lexed.text(in.get(unitEnd)).equals("計")) {
            read.put(KpiGrammarParser.MEASURED, in.get(unitEnd));
            return unitEnd + 1;
        }
        return unitEnd;
    }

    // ---- numbers --------------------------------------------------------------------------------------------

    private int quantity(int i) {
        read.endSigns();
        int dateEnd = Foreign.date(lexed, in, i, problems);
        if (dateEnd > i) {
            read.put(KpiGrammarParser.DATE, in.get(i), in.get(dateEnd - 1));
            return dateEnd;
        }
        int before = problems.count();
        int end = Grouping.merge(lexed, in, i, read.inCall(), problems);
        Token last = in.get(end - 1);
        NumberShape.Shape shape = problems.count() > before
                ? NumberShape.Shape.BROKEN
                : NumberShape.judge(lexed.span(in.get(i), last), problems);
        if (shape != NumberShape.Shape.NUMBER) {
            read.put(KpiGrammarParser.DATE, in.get(i), last);
            return end;
        }
        if (unitWords.follows(end, last)) {
            last = in.get(end++);
        }
        read.put(KpiGrammarParser.QUANTITY, in.get(i), last);
        return end;
    }
}
