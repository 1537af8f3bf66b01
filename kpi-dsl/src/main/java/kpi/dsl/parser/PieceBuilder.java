package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/** Words and signs as they are to be printed. */
final class PieceBuilder {
    /** Ends a keyword that has a condition beside it: the word before it stands in the column of keywords. */
    private static final String CONDITION = " when";

    private final Lexed lexed;
    private final Comments comments;
    private final Wording wording;
    private final Language language;
    private final Map<Integer, LocalText> names;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> noted = new ArrayList<>();
    private int depth;
    private int before;
    private String nameBefore = "";
    private String nameBehind = "";
    private boolean guarded;

    /**
     * Prepares a clause.
     *
     * @param names the names that have a spelling in each language, by where they begin
     */
    PieceBuilder(Lexed lexed, Comments comments, Wording wording, Language language, Map<Integer, LocalText> names) {
        this.names = names;
        this.lexed = lexed;
        this.comments = comments;
        this.wording = wording;
        this.language = language;
    }

    List<Piece> of(List<Said> words) {
        boolean rows = words.stream().noneMatch(said -> said.type() == KpiGrammarParser.DIRECTION);
        guarded = rows
                && words.stream()
                        .anyMatch(said -> said.type() == KpiGrammarParser.OTHERWISE
                                || said.type() == KpiGrammarParser.OTHERWISE_UNDEFINED);
        for (int i = 0; i < words.size(); i++) {
            Said said = words.get(i);
            nameBefore = i > 0 ? name(words.get(i - 1)) : "";
            nameBehind = i + 1 < words.size() && !isFormula(words, i) ? name(words.get(i + 1)) : "";
            takeComments(said.start());
            if (said.beginsLine()) {
                putComments();
            }
            add(said);
            takeComments(said.last().getStartIndex());
        }
        putComments();
        return pieces;
    }

    /** {@code formula changed} says that years do not compare only before a comma. */
    private static boolean isFormula(List<Said> words, int i) {
        boolean comma = i + 2 < words.size() && words.get(i + 2).type() == KpiGrammarParser.STEP_COMMA;
        return words.get(i).type() == KpiGrammarParser.FORMULA && !comma;
    }

    private String name(Said said) {
        return said.type() == KpiGrammarParser.WORD ? said.written() : "";
    }

    private void takeComments(int offset) {
        for (Optional<Comments.Comment> comment = comments.before(offset);
                comment.isPresent();
                comment = comments.before(offset)) {
            boolean alone = comment.get().alone() || !noted.isEmpty();
            noted.add(new Piece(
                    Piece.Kind.COMMENT, comment.get().text(), comment.get().start(), alone, true));
        }
    }

    private void putComments() {
        pieces.addAll(noted);
        noted.clear();
    }

    private void add(Said said) {
        Piece.Kind kind = said.plain() ? Piece.Kind.OTHER : kind(said);
        depth += kind == Piece.Kind.OPEN ? 1 : kind == Piece.Kind.CLOSE ? -1 : 0;
        String text = text(said, kind);
        boolean condition = kind == Piece.Kind.CLAUSE && text.endsWith(CONDITION);
        int end = condition ? text.length() - CONDITION.length() : text.length();
        pieces.add(new Piece(kind, text.substring(0, end), said.start(), said.beginsLine(), said.apart()));
        if (condition) {
            pieces.add(new Piece(Piece.Kind.KEYWORD, CONDITION.strip(), said.start(), false, true));
        }
        before = said.type();
    }

    private Piece.Kind kind(Said said) {
        if (pieces.isEmpty() && wording.isKeyword(said)) {
            return Piece.Kind.CLAUSE;
        }
        return switch (said.type()) {
            case KpiGrammarParser.GIVEN, KpiGrammarParser.EXPECT -> Piece.Kind.SECTION;
            case KpiGrammarParser.WHEN -> guarded && depth == 0 ? Piece.Kind.GUARD : Piece.Kind.KEYWORD;
            case KpiGrammarParser.OTHERWISE -> guarded ? Piece.Kind.GUARD : Piece.Kind.KEYWORD;
            case KpiGrammarParser.TEXT -> Piece.Kind.TEXT;
            case KpiGrammarParser.QUANTITY, KpiGrammarParser.FIGURE, KpiGrammarParser.DATE, KpiGrammarParser.COUNT ->
                Piece.Kind.FIGURE;
            case KpiGrammarParser.PERIOD -> Piece.Kind.PERIOD;
            case KpiGrammarParser.WORD,
                    KpiGrammarParser.ID,
                    KpiGrammarParser.QUOTED_NAME,
                    KpiGrammarParser.MILESTONE,
                    KpiGrammarParser.UNIT,
                    KpiGrammarParser.TYPE -> Piece.Kind.NAME;
            case KpiGrammarParser.NOTE, KpiGrammarParser.QUALIFIER -> Piece.Kind.BRACKET;
            case KpiGrammarParser.OPEN,
                    KpiGrammarParser.CALL_OPEN,
                    KpiGrammarLexer.ROUND_OPEN,
                    KpiGrammarLexer.SQUARE_OPEN,
                    KpiGrammarLexer.SHELL_OPEN -> Piece.Kind.OPEN;
            case KpiGrammarParser.CLOSE,
                    KpiGrammarLexer.ROUND_CLOSE,
                    KpiGrammarLexer.SQUARE_CLOSE,
                    KpiGrammarLexer.SHELL_CLOSE -> Piece.Kind.CLOSE;
            case KpiGrammarParser.STEP_COMMA, KpiGrammarLexer.COMMA -> Piece.Kind.COMMA;
            case KpiGrammarLexer.SEPARATOR -> Piece.Kind.SEPARATOR;
            case KpiGrammarLexer.SEMICOLON -> Piece.Kind.SEMICOLON;
            case KpiGrammarLexer.COLON -> Piece.Kind.COLON;
            case KpiGrammarLexer.DOT, KpiGrammarLexer.CARET -> Piece.Kind.TIGHT;
            case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> endsOperand() ? Piece.Kind.OPERATOR : Piece.Kind.SIGN;
            case KpiGrammarParser.GRADE_FROM,
                    KpiGrammarParser.GRADE_UP_TO,
                    KpiGrammarParser.GRADE_OVER,
                    KpiGrammarParser.GRADE_UNDER -> Piece.Kind.SIDE;
            default -> wording.isKeyword(said) ? Piece.Kind.KEYWORD : Piece.Kind.OPERATOR;
        };
    }

    private boolean endsOperand() {
        return Operands.endsOperand(before)
                || before == KpiGrammarParser.FIGURE
                || before == KpiGrammarParser.QUALIFIER;
    }

    private String text(Said said, Piece.Kind kind) {
        if (said.plain()) {
            return said.written();
        }
        LocalText name = names.get(said.start());
        if (name != null) {
            return name.in(language);
        }
        return switch (kind) {
            case COMMA -> sign(",", "，");
            case SEMICOLON -> sign(";", "；");
            case COLON -> before == KpiGrammarParser.PERIOD ? ":" : sign(":", "：");
            case OPEN, CLOSE -> bracket(said.written());
            case BRACKET -> bracketed(said);
            case OPERATOR, SIGN, TIGHT -> operator(said);
            case CLAUSE, SECTION, SIDE, KEYWORD, GUARD, NAME, FIGURE ->
                wording.spelling(said, language, nameBefore, nameBehind).orElseGet(() -> said.written());
            default -> said.written();
        };
    }

    /** Outside brackets a sign is as wide as the words beside it. */
    private String sign(String narrow, String wide) {
        return depth == 0 && language == Language.ZH_TW ? wide : narrow;
    }

    private static String bracket(String written) {
        return switch (written) {
            case "（" -> "(";
            case "）" -> ")";
            case "［" -> "[";
            case "］" -> "]";
            default -> written;
        };
    }

    private String bracketed(Said said) {
        String written = lexed.span(said.first(), said.last()).text();
        String text =
                written.indexOf('\n') >= 0 && said.type() == KpiGrammarParser.QUALIFIER ? said.written() : written;
        int last = text.length() - 1;
        if (last == 0) {
            return text; // ①
        }
        return bracket(text.substring(0, 1)) + text.substring(1, last).strip() + bracket(text.substring(last));
    }

    private String operator(Said said) {
        return switch (said.type()) {
            case KpiGrammarLexer.PLUS -> "+";
            case KpiGrammarLexer.MINUS -> "−";
            case KpiGrammarLexer.STAR -> "×";
            case KpiGrammarLexer.SLASH -> "/";
            case KpiGrammarLexer.CARET -> "^";
            case KpiGrammarLexer.DOT -> ".";
            case KpiGrammarLexer.LE -> "≦";
            case KpiGrammarLexer.GE -> "≧";
            case KpiGrammarLexer.NE -> "≠";
            case KpiGrammarLexer.LT -> "<";
            case KpiGrammarLexer.GT -> ">";
            case KpiGrammarLexer.EQ -> "=";
            case KpiGrammarLexer.BAR -> "|";
            default -> said.written();
        };
    }
}
