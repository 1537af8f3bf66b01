package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.CalendarWord;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.ColumnTypeWord;
import kpi.dsl.syntax.ColumnTypeWord.NamedType.Kind;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Declaration.DatasetDeclaration;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Tables and ratings. */
final class TableBuilder {
    /** The named types, in both languages. */
    static final Map<String, Kind> TYPES = Map.ofEntries(
            Map.entry("數值", Kind.NUMBER),
            Map.entry("number", Kind.NUMBER),
            Map.entry("文字", Kind.TEXT),
            Map.entry("text", Kind.TEXT),
            Map.entry("是/否", Kind.YES_NO),
            Map.entry("yes/no", Kind.YES_NO),
            Map.entry("日期", Kind.DATE),
            Map.entry("date", Kind.DATE),
            Map.entry("期別", Kind.PERIOD),
            Map.entry("period", Kind.PERIOD),
            Map.entry("月", Kind.MONTH),
            Map.entry("month", Kind.MONTH),
            Map.entry("鍵", Kind.KEY),
            Map.entry("key", Kind.KEY));

    private final Reader reader;
    private final Nodes nodes;

    TableBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    /** The tables of one clause; rows belong to the last of them. */
    Optional<List<DatasetDeclaration>> datasets(Statement statement) {
        List<Token> tokens = ColumnColons.mend(reader.lexed(), reader.tokens(statement), 1, reader.problems());
        return reader.series(tokens, 1, SeriesWords.Kind.TABLE, KpiGrammarParser::datasetHead)
                .or(() -> columnsOf(tokens))
                .map(head -> {
                    List<DatasetDeclaration> tables = new ArrayList<>();
                    for (KpiGrammarParser.TableContext table : head.table()) {
                        boolean last = tables.size() == head.table().size() - 1;
                        List<DataRow> rows = last
                                ? statement.block().map(Statement.Block::rows).orElse(List.of())
                                : List.of();
                        Span span = last ? nodes.span(table).to(statement.span()) : nodes.span(table);
                        tables.add(dataset(span, table, rows));
                    }
                    return tables;
                });
    }

    /** The columns stay declared, whatever is wrong behind them. */
    private Optional<KpiGrammarParser.DatasetHeadContext> columnsOf(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (Brackets.isClose(tokens.get(i))) {
                return reader.aside()
                        .series(tokens.subList(0, i + 1), 1, SeriesWords.Kind.TABLE, KpiGrammarParser::datasetHead);
            }
        }
        return Optional.empty();
    }

    private DatasetDeclaration dataset(Span span, KpiGrammarParser.TableContext table, List<DataRow> rows) {
        List<ColumnDeclaration> columns = new ArrayList<>();
        table.column().forEach(column -> columns.add(column(column)));
        Optional<PeriodWord> period = Optional.ofNullable(table.PERIOD()).map(nodes::period);
        List<Label> files =
                table.labels() == null ? List.of() : nodes.labels(table.labels().TEXT());
        return new DatasetDeclaration(span, nodes.id(table.id()), columns, period, files, rows);
    }

    private ColumnDeclaration column(KpiGrammarParser.ColumnContext context) {
        return new ColumnDeclaration(
                nodes.span(context),
                nodes.id(context.id()),
                nodes.labels(context.TEXT()),
                type(context.columnType()),
                context.MAY_BE_MISSING() != null);
    }

    ColumnTypeWord type(KpiGrammarParser.ColumnTypeContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.TextsTypeContext texts) {
            return new ColumnTypeWord.OneOf(span, nodes.labels(texts.TEXT()));
        }
        String text = Folding.narrow(span.text()).replaceAll("\\s*/\\s*", "/");
        Kind kind = TYPES.get(text);
        if (kind != null) {
            return new ColumnTypeWord.NamedType(span, kind, Optional.empty());
        }
        String[] words = text.split("\\s+");
        Optional<CalendarWord> calendar = Keyword.ofWord(Slot.CALENDAR, words[0])
                .map(word -> word == Keyword.ROC ? CalendarWord.ROC : CalendarWord.WESTERN);
        if (words.length == 2 && calendar.isPresent() && TYPES.get(words[1]) == Kind.PERIOD) {
            return new ColumnTypeWord.NamedType(span, Kind.PERIOD, calendar);
        }
        if (!text.matches("[^\\s\"|,:]+")) {
            reader.problems().add(Problem.of(SyntaxCode.UNKNOWN_TYPE, span).with("text", span.text()));
        }
        return new ColumnTypeWord.UnitType(span, new UnitWord(span, span.text()));
    }

    Optional<Declaration> ratings(Statement statement) {
        Optional<KpiGrammarParser.RatingsHeadContext> head =
                reader.series(statement, SeriesWords.Kind.RATINGS, KpiGrammarParser::ratingsHead);
        List<DataRow> rows =
                reader.needBlock(statement).map(Statement.Block::rows).orElse(List.of());
        List<Cell> headers = rows.isEmpty() ? List.of() : rows.get(0).cells();
        List<DataRow> scores = rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
        return head.map(context -> new Declaration.RatingsDeclaration(
                statement.span(),
                nodes.period(context.PERIOD()),
                context.id().stream().map(nodes::id).toList(),
                nodes.optionalLabel(context.TEXT()),
                headers,
                scores));
    }
}
