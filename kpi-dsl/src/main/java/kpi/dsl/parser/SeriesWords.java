package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The pass between lexer and parser for clauses that hold no expression: periods with figures, names with units, texts.
 * It knows where a name is due, so that words keep being names there, and keywords everywhere else.
 */
final class SeriesWords {
    /** The kinds of clause, with the slots whose keywords they know. */
    enum Kind {
        HEAD(false, Slot.HEADER),
        TEXT(false),
        CALENDAR(false, Slot.CALENDAR),
        UNIT_DECLARATION(false),
        DIRECTION(false, Slot.DIRECTION),
        UNIT(false, Slot.UNIT),
        INPUT(true, Slot.INPUT, Slot.HEADER, Slot.SERIES),
        REPORTED(true, Slot.SERIES),
        REPORTED_FILE(false, Slot.TABLE, Slot.SERIES),
        TARGET(true, Slot.TARGET),
        LEVEL(false),
        MILESTONES(false),
        PUBLISHED(true, Slot.MEASURE),
        PUBLISHED_COLUMN(false, Slot.PUBLISHED),
        ASSERTED(false, Slot.SERIES),
        VERSION(false, Slot.VERSION),
        TABLE(true, Slot.TABLE),
        RATINGS(false),
        IDS(true),
        NODE(false),
        MISSING_CHILD(false, Slot.MISSING_CHILD),
        GATE(false, Slot.GATE),
        RATED(false, Slot.RATED, Slot.VERSION),
        SUMMARY(true);

        private final boolean lines;
        private final Slot[] slots;

        Kind(boolean lines, Slot... slots) {
            this.lines = lines;
            this.slots = slots;
        }
    }

    /** Words that qualify the figures before them even from a line of their own. */
    private static final Set<Keyword> QUALIFYING =
            EnumSet.of(Keyword.AS_OF, Keyword.KNOWN_ON, Keyword.PROVISIONAL, Keyword.FINAL, Keyword.REPLACES);

    private final Lexed lexed;
    private final List<Token> in;
    private final Kind kind;
    private final Figures figures;
    private final Phrases phrases;
    private final Problems problems;
    private final List<Token> out = new ArrayList<>();
    private int brackets;
    private boolean inSeries;

    private SeriesWords(Lexed lexed, List<Token> in, Kind kind, Set<String> unitWords, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.kind = kind;
        this.phrases = new Phrases(lexed, in);
        this.figures = new Figures(lexed, in, unitWords, problems);
        this.problems = problems;
    }

    /**
     * The tokens the parser reads.
     *
     * @param from how many tokens at the start stay as they are: the keyword
     * @return empty if a problem was reported
     */
    static Optional<List<Token>> of(
            Lexed lexed, List<Token> tokens, int from, Kind kind, Set<String> unitWords, Problems problems) {
        int before = problems.count();
        List<Token> plain = Money.withoutName(lexed, kind == Kind.RATED ? JoinedRanges.cut(lexed, tokens) : tokens);
        List<Token> in = Notes.behindFigures(lexed, plain);
        Characters.check(lexed, in, problems);
        if (problems.count() == before
                && !Brackets.match(lexed, in, Math.min(from, in.size() - 1), problems)
                        .sound()) {
            return Optional.empty();
        }
        SeriesWords words = new SeriesWords(lexed, in, kind, unitWords, problems);
        words.run(from);
        return problems.count() == before ? Optional.of(words.out) : Optional.empty();
    }

    private void run(int from) {
        out.addAll(in.subList(0, from));
        int i = from;
        while (i < in.size()) {
            if (i > from && kind.lines && brackets == 0 && beginsLine(i)) {
                out.add(lexed.mark(KpiGrammarParser.NEXT_LINE, in.get(i - 1)));
                inSeries = false;
            }
            i = next(i);
        }
    }

    /** A new line counts, but not where the old one plainly goes on. */
    private boolean beginsLine(int i) {
        if (Lexed.sameLine(in.get(i - 1), in.get(i))
                || joins(last())
                || joins(in.get(i).getType())) {
            return false;
        }
        boolean goesOn = (kind == Kind.INPUT || kind == Kind.REPORTED)
                && phrases.at(i, Slot.SERIES)
                        .map(Phrases.Match::keyword)
                        .filter(QUALIFYING::contains)
                        .isPresent();
        return out.size() > 1 && !goesOn;
    }

    private static boolean joins(int type) {
        return type == KpiGrammarLexer.COMMA || type == KpiGrammarLexer.SEPARATOR || type == KpiGrammarLexer.COLON;
    }

    private int next(int i) {
        Token token = in.get(i);
        int before = last();
        boolean printed = before == KpiGrammarLexer.COLON
                && out.size() > 1
                && out.get(out.size() - 2).getType() == KpiGrammarParser.IN_UNIT; // 單位：人
        if (unitDue(before) || printed) {
            return unit(i);
        }
        if (kind == Kind.TABLE
                && brackets > 0
                && before == KpiGrammarLexer.COLON
                && token.getType() != KpiGrammarLexer.TEXT) {
            return type(i);
        }
        if (Brackets.isOpen(token)) {
            return open(i);
        }
        if (Brackets.isClose(token)) {
            brackets--;
            out.add(lexed.as(KpiGrammarParser.CLOSE, token));
            return i + 1;
        }
        return switch (token.getType()) {
            case KpiGrammarLexer.WORD -> word(i);
            case KpiGrammarLexer.QUOTED_NAME -> {
                out.add(milestoneDue() ? lexed.as(KpiGrammarParser.MILESTONE, token) : token);
                yield i + 1;
            }
            case KpiGrammarLexer.QUANTITY, KpiGrammarLexer.MINUS, KpiGrammarLexer.PLUS -> quantity(i, before);
            default -> {
                out.add(token);
                yield i + 1;
            }
        };
    }

    private boolean unitDue(int before) {
        return before == KpiGrammarParser.IN_UNIT
                || before == KpiGrammarParser.SHOWN_IN
                || before == KpiGrammarParser.PRINTED_AS
                || before == KpiGrammarParser.UNIT_CLAUSE;
    }

    /** One word, or several with slashes between: 元/人; or an index with its base: 女=100. */
    private int unit(int i) {
        int end = i + 1;
        if (end + 1 < in.size()
                && in.get(end).getType() == KpiGrammarLexer.EQ
                && in.get(end + 1).getType() == KpiGrammarLexer.QUANTITY
                && Lexed.touch(in.get(i), in.get(end))
                && Lexed.touch(in.get(end), in.get(end + 1))) {
            out.add(lexed.as(KpiGrammarParser.UNIT, in.get(i), in.get(end + 1)));
            return end + 2;
        }
        boolean begins = switch (in.get(i).getType()) {
            case KpiGrammarLexer.WORD, KpiGrammarLexer.PERCENT, KpiGrammarLexer.QUOTED_NAME -> true;
            default -> false;
        };
        if (!begins) {
            out.add(in.get(i));
            return end;
        }
        while (end + 1 < in.size()
                && in.get(end).getType() == KpiGrammarLexer.SLASH
                && Lexed.touch(in.get(end - 1), in.get(end))
                && Lexed.touch(in.get(end), in.get(end + 1))) {
            end += 2;
        }
        out.add(lexed.as(KpiGrammarParser.UNIT, in.get(i), in.get(end - 1)));
        return end;
    }

    /** Everything up to the comma or bracket that ends the column. */
    private int type(int i) {
        int end = i;
        while (end < in.size()
                && in.get(end).getType() != KpiGrammarLexer.COMMA
                && !Brackets.isClose(in.get(end))
                && phrases.at(end, Slot.TABLE)
                        .filter(match -> match.keyword() == Keyword.MAY_BE_MISSING)
                        .isEmpty()) {
            end++;
        }
        if (end == i) {
            out.add(in.get(i));
            return i + 1;
        }
        out.add(lexed.as(KpiGrammarParser.TYPE, in.get(i), in.get(end - 1)));
        return end;
    }

    private int open(int i) {
        boolean qualifies = kind == Kind.INPUT && Operands.isName(last());
        if (qualifies) {
            int end = figures.closing(i);
            out.add(lexed.as(KpiGrammarParser.QUALIFIER, in.get(i), in.get(end)));
            return end + 1;
        }
        brackets++;
        out.add(lexed.as(KpiGrammarParser.OPEN, in.get(i)));
        return i + 1;
    }

    private int word(int i) {
        if (!nameDue()) {
            Optional<Phrases.Match> match = phrases.at(i, kind.slots);
            if (match.isPresent()) {
                int end = i + match.get().words();
                out.add(lexed.as(match.get().keyword().type(), in.get(i), in.get(end - 1)));
                return end;
            }
        }
        if (milestoneDue()) {
            out.add(lexed.as(KpiGrammarParser.MILESTONE, in.get(i)));
            return i + 1;
        }
        int end = i + 1;
        // The measures of a summary may be several English words.
        while (kind == Kind.SUMMARY && end < in.size() && continuesMeasure(end)) {
            end++;
        }
        out.add(lexed.as(KpiGrammarParser.WORD, in.get(i), in.get(end - 1)));
        return end;
    }

    private boolean continuesMeasure(int i) {
        return in.get(i).getType() == KpiGrammarLexer.WORD && Lexed.sameLine(in.get(i - 1), in.get(i));
    }

    /** {@code reported 103: 委託, 土地}: words behind the period, and behind other such words. */
    private boolean milestoneDue() {
        if (kind != Kind.REPORTED || out.size() < 2) {
            return false;
        }
        int beforeLast = out.get(out.size() - 2).getType();
        return last() == KpiGrammarLexer.COLON && beforeLast == KpiGrammarParser.PERIOD
                || (last() == KpiGrammarLexer.COMMA || last() == KpiGrammarLexer.SEPARATOR)
                        && beforeLast == KpiGrammarParser.MILESTONE;
    }

    private boolean nameDue() {
        int before = last();
        boolean separated = before == KpiGrammarLexer.SEPARATOR || before == KpiGrammarParser.NEXT_LINE;
        return switch (kind) {
            case INPUT -> before == KpiGrammarParser.INPUT || separated || before == KpiGrammarLexer.COMMA && !inSeries;
            case HEAD ->
                before == KpiGrammarParser.KPI
                        || before == KpiGrammarParser.PER_ROW
                        || before == KpiGrammarParser.PER
                        || separated
                        || before == KpiGrammarLexer.COMMA && out.stream().anyMatch(SeriesWords::isPer);
            case RATED ->
                before == KpiGrammarParser.DIMENSION
                        || before == KpiGrammarParser.STAGE
                        || before == KpiGrammarParser.SCORE
                        || before == KpiGrammarParser.OF_STAGE
                        || before == KpiGrammarParser.ELSE_STAGE;
            case PUBLISHED_COLUMN -> before == KpiGrammarParser.COLUMN;
            case TABLE ->
                before == KpiGrammarParser.DATA
                        || separated
                        || before == KpiGrammarParser.OPEN
                        || before == KpiGrammarLexer.COMMA && brackets > 0;
            default -> false;
        };
    }

    private static boolean isPer(Token token) {
        return token.getType() == KpiGrammarParser.PER;
    }

    private int quantity(int i, int before) {
        if (before == KpiGrammarParser.AS_OF || before == KpiGrammarParser.KNOWN_ON) {
            int end = figures.dateEnd(i);
            out.add(lexed.as(KpiGrammarParser.DATE, in.get(i), in.get(end - 1)));
            return end;
        }
        int period = figures.periodEnd(i, periodStandsAlone(before), kind == Kind.PUBLISHED);
        if (period > i) {
            inSeries = true;
            out.add(lexed.as(KpiGrammarParser.PERIOD, in.get(i), in.get(period - 1)));
            return period;
        }
        if (kind == Kind.HEAD || kind == Kind.TEXT || kind == Kind.CALENDAR) {
            out.add(in.get(i));
            return i + 1;
        }
        return figures.add(i, out, kind.slots);
    }

    private boolean periodStandsAlone(int before) {
        return switch (kind) {
            case VERSION -> before == KpiGrammarParser.VERSION;
            case RATINGS -> before == KpiGrammarParser.RATINGS;
            case RATED -> before == KpiGrammarParser.RULE_FROM;
            case TABLE -> before == KpiGrammarParser.CLOSE;
            default -> false;
        };
    }

    private int last() {
        return out.isEmpty() ? Token.INVALID_TYPE : out.get(out.size() - 1).getType();
    }
}
