package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.dsl.syntax.DataRow;
import kpi.source.Source;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Makes the printed clauses of a file from its statements, the words the parser read, and its comments. */
final class TextBuilder {
    private final Lexed lexed;
    private final Source source;
    private final Comments comments;
    private final SaidWords words;
    private final Wording wording;
    private final Optional<Language> keywords;
    private final LibraryNames library;
    private final DeclaredNames declared;
    private final Map<Integer, LocalText> cells;
    private boolean ofForeignRows;
    private int printedTo;
    private int depth;
    private Optional<Keyword> around = Optional.empty();

    TextBuilder(
            Lexed lexed,
            NavigableMap<Integer, Token> read,
            Optional<Language> keywords,
            LibraryNames library,
            DeclaredNames declared,
            Map<Integer, LocalText> cells) {
        this.cells = cells;
        this.library = library;
        this.declared = declared;
        this.lexed = lexed;
        this.source = lexed.source();
        this.comments = new Comments(lexed);
        this.words = new SaidWords(lexed, read);
        this.wording = new Wording(lexed, keywords);
        this.keywords = keywords;
    }

    List<BlockText.Item> file(List<Statement> statements) {
        List<BlockText.Item> items = new ArrayList<>();
        for (Statement statement : statements) {
            items.add(statement(statement, Language.EN, items));
        }
        commentsBefore(source.text().length(), items);
        return items;
    }

    private void commentsBefore(int offset, List<BlockText.Item> items) {
        for (Optional<Comments.Comment> comment = comments.before(offset);
                comment.isPresent();
                comment = comments.before(offset)) {
            boolean blank = blankBefore(comment.get().start());
            items.add(new BlockText.CommentText(comment.get().text(), blank));
            printedTo = comment.get().end();
        }
    }

    private Optional<String> commentBehind() {
        Optional<Comments.Comment> comment = comments.behind(printedTo);
        comment.ifPresent(behind -> printedTo = behind.end());
        return comment.map(Comments.Comment::text);
    }

    /** Whether a line lies blank between what was printed last and this. */
    private boolean blankBefore(int offset) {
        int last = source.span(printedTo, printedTo).line();
        return printedTo > 0 && source.span(offset, offset).line() - last > 1;
    }

    private ClauseText statement(Statement statement, Language outer, List<BlockText.Item> items) {
        int start = statement.span().start();
        commentsBefore(start, items);
        boolean blank = blankBefore(start);
        Language language = language(statement, outer);
        List<Said> said = words.of(statement);
        wording.inOrder(said);
        ofForeignRows = depth == 0 ? declared.isOfForeignRows(start) : ofForeignRows;
        Map<Integer, LocalText> names = keywords.isPresent()
                ? LibraryWords.of(library, declared, said, statement.keyword(), ofForeignRows)
                : Map.of();
        List<Piece> head = new PieceBuilder(lexed, comments, wording, language, names).of(said);
        printedTo =
                lexed.span(statement.head().get(statement.head().size() - 1)).end();
        ClauseText.Place place = place(statement);
        String family = family(statement, place);
        Optional<BlockText> block = statement.block().map(braces -> block(statement, braces, language));
        return new ClauseText(place, family, language, head, block, blank, commentBehind());
    }

    /** The language a clause is printed in: the one asked for, or the one its keyword is written in. */
    private Language language(Statement statement, Language outer) {
        return keywords.orElseGet(
                () -> statement.keyword().isPresent() ? Wording.language(lexed.text(statement.first())) : outer);
    }

    private BlockText block(Statement statement, Statement.Block block, Language language) {
        int open = block.span().start();
        int close = block.span().end() - 1;
        List<BlockText.Item> items = new ArrayList<>();
        Optional<String> behind = commentBehind();
        commentsBefore(open, items);
        printedTo = open + 1;
        behind = behind.isPresent() ? behind : commentBehind();
        depth++;
        for (Statement inner : block.statements()) {
            around = statement.keyword();
            items.add(statement(inner, language, items));
        }
        around = Optional.empty();
        depth--;
        for (DataRow row : block.rows()) {
            items.add(row(row, items));
        }
        commentsBefore(close, items);
        printedTo = close + 1;
        boolean oneLine =
                source.span(open, open).line() == source.span(close, close).line();
        return new BlockText(items, behind, oneLine);
    }

    private BlockText.RowText row(DataRow row, List<BlockText.Item> items) {
        commentsBefore(row.span().start(), items);
        boolean blank = blankBefore(row.span().start());
        printedTo = row.span().end();
        List<String> texts = row.cells().stream().map(cell -> text(cell.span())).toList();
        return new BlockText.RowText(texts, blank, commentBehind());
    }

    private String text(Span cell) {
        Optional<LocalText> words = Optional.ofNullable(cells.get(cell.start()));
        return keywords.flatMap(language -> words.map(both -> both.in(language)))
                .orElseGet(cell::text);
    }

    private ClauseText.Place place(Statement statement) {
        if (around.filter(word -> word == Keyword.POINTS || word == Keyword.POINT_GROUP)
                .isPresent()) {
            return ClauseText.Place.POINTS;
        }
        if (statement.keyword().isEmpty() && around.isPresent()) {
            switch (around.get()) {
                case EXAMPLE -> {
                    return ClauseText.Place.EXAMPLE;
                }
                case GRADE, LIGHT, SCORE_BANDS, MILESTONES -> {
                    return ClauseText.Place.BAND;
                }
                default -> {
                    // as below
                }
            }
        }
        if (statement.keyword().isEmpty()) {
            return Definitions.nameEnd(statement.head()) > 0 ? ClauseText.Place.DEFINITION : ClauseText.Place.LINE;
        }
        return switch (statement.keyword().get().slot()) {
            case FILE -> depth == 0 ? ClauseText.Place.FILE : ClauseText.Place.CLAUSE;
            case POINTS -> ClauseText.Place.POINTS;
            case EXAMPLE -> ClauseText.Place.EXAMPLE;
            default -> ClauseText.Place.CLAUSE;
        };
    }

    private static String family(Statement statement, ClauseText.Place place) {
        return switch (place) {
            case CLAUSE, EXAMPLE -> statement.keyword().map(Keyword::name).orElse("");
            case FILE, POINTS, BAND, DEFINITION, LINE -> place.name();
        };
    }
}
