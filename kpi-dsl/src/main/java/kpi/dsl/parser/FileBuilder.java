package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.CalendarWord;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.Per;
import kpi.dsl.syntax.ScorecardItem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The declarations of a file. */
final class FileBuilder {
    private final Reader reader;
    private final Nodes nodes;

    private FileBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    static List<Declaration> declarations(Lexed lexed, Grammar grammar, Problems problems) {
        List<Statement> statements = Layout.of(lexed, problems);
        FileBuilder builder = new FileBuilder(new Reader(lexed, unitWords(lexed, statements), grammar, problems));
        List<Declaration> declarations = new ArrayList<>();
        for (Statement statement : statements) {
            if (declarations.size() >= problems.limit(Limit.DECLARATIONS)) {
                problems.exceeds(SyntaxCode.TOO_MANY_DECLARATIONS, Limit.DECLARATIONS, lexed.span(statement.first()));
                break;
            }
            try {
                declarations.addAll(builder.declarations(statement));
            } catch (StackOverflowError tooDeep) {
                // Depth is bounded before parsing, but nobody knows how much stack a host has left.
                problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, lexed.span(statement.first()));
                declarations.addAll(broken(statement));
            }
        }
        return declarations;
    }

    /** Declared units are words that may follow a number anywhere in the file, so they are gathered first. */
    private static Set<String> unitWords(Lexed lexed, List<Statement> statements) {
        Set<String> words = new HashSet<>();
        for (Statement statement : statements) {
            boolean declares =
                    statement.keyword().filter(Keyword.DEFINE_UNIT::equals).isPresent();
            if (declares && statement.head().size() > statement.words()) {
                words.add(lexed.text(statement.head().get(statement.words())));
            }
        }
        return words;
    }

    private List<? extends Declaration> declarations(Statement statement) {
        if (statement.keyword().isEmpty()) {
            UnknownWord.report(reader, Context.FILE, statement);
            return broken(statement);
        }
        return switch (statement.keyword().get()) {
            case LANGUAGE -> one(statement, language(statement));
            case CALENDAR -> one(statement, calendar(statement));
            case DEFINE -> one(statement, new DefineBuilder(reader).define(statement));
            case LOOK_UP, BANDS -> one(statement, new LookUpBuilder(reader).table(statement));
            case DEFINE_UNIT -> one(statement, unit(statement));
            case SCORECARD -> one(statement, scorecard(statement));
            case KPI -> one(statement, kpi(statement));
            case DIMENSION -> one(statement, new DimensionBuilder(reader).dimension(statement));
            case RATINGS -> one(statement, new TableBuilder(reader).ratings(statement));
            case DATA -> {
                Optional<List<Declaration.DatasetDeclaration>> tables = new TableBuilder(reader).datasets(statement);
                yield tables.isPresent() ? tables.get() : broken(statement);
            }
            default -> {
                UnknownWord.report(reader, Context.FILE, statement);
                yield broken(statement);
            }
        };
    }

    private static List<Declaration> broken(Statement statement) {
        return List.of(new Declaration.BrokenDeclaration(statement.span()));
    }

    private static List<Declaration> one(Statement statement, Optional<? extends Declaration> declaration) {
        return declaration.<List<Declaration>>map(List::of).orElseGet(() -> broken(statement));
    }

    private Optional<Declaration> language(Statement statement) {
        reader.refuseBlock(statement);
        return reader.series(statement, SeriesWords.Kind.TEXT, KpiGrammarParser::languageLevel)
                .flatMap(context -> {
                    Span span = nodes.span(context.QUANTITY());
                    if (!span.text().matches("[1-9][0-9]{0,3}")) {
                        reader.problems()
                                .add(Problem.of(SyntaxCode.BAD_WHOLE_NUMBER, span)
                                        .with("text", span.text()));
                        return Optional.empty();
                    }
                    return Optional.of(new Declaration.LanguageLevel(statement.span(), Integer.parseInt(span.text())));
                });
    }

    private Optional<Declaration> calendar(Statement statement) {
        reader.refuseBlock(statement);
        return reader.series(statement, SeriesWords.Kind.CALENDAR, KpiGrammarParser::calendar)
                .map(context -> new Declaration.Calendar(
                        statement.span(), context.ROC() != null ? CalendarWord.ROC : CalendarWord.WESTERN));
    }

    private Optional<Declaration> unit(Statement statement) {
        reader.refuseBlock(statement);
        return reader.series(statement, SeriesWords.Kind.UNIT_DECLARATION, KpiGrammarParser::unitDeclaration)
                .map(context -> new Declaration.UnitDeclaration(
                        statement.span(),
                        nodes.id(context.name()),
                        Optional.ofNullable(context.FIGURE()).map(nodes::figure)));
    }

    private Optional<Declaration> scorecard(Statement statement) {
        Optional<KpiGrammarParser.ScorecardHeadContext> head =
                reader.series(statement, SeriesWords.Kind.HEAD, KpiGrammarParser::scorecardHead);
        List<ScorecardItem> items = reader.needBlock(statement)
                .map(block -> new ScorecardBuilder(reader).items(block.statements()))
                .orElse(List.of());
        return head.map(context -> new Declaration.ScorecardDeclaration(
                statement.span(),
                nodes.id(context.id()),
                nodes.optionalLabel(context.TEXT()),
                Optional.ofNullable(context.per()).map(this::per),
                items));
    }

    private Per per(KpiGrammarParser.PerContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.EachRowContext row) {
            return new Per.EachRow(span, nodes.id(row.id()));
        }
        List<Id> columns = new ArrayList<>();
        ((KpiGrammarParser.EachGroupContext) context).id().forEach(column -> columns.add(nodes.id(column)));
        return new Per.EachGroup(span, columns);
    }

    /** A KPI whose first line cannot be read is declared all the same: others may name it. */
    private Optional<Declaration> named(Statement statement, List<KpiClause> clauses, boolean sound) {
        List<Token> head = statement.head();
        int at = statement.words();
        if (at >= head.size() || !Operands.isName(head.get(at).getType())) {
            return Optional.empty();
        }
        boolean dotted = head.size() > at + 2
                && head.get(at + 1).getType() == KpiGrammarLexer.DOT
                && head.get(at + 2).getType() == KpiGrammarLexer.WORD;
        Span span = reader.lexed().span(head.get(at), head.get(dotted ? at + 2 : at));
        boolean quoted = head.get(at).getType() == KpiGrammarLexer.QUOTED_NAME;
        Id id = new Id(span, Names.spelling(span.text(), quoted), quoted);
        List<Token> plain = new ArrayList<>(head.subList(0, dotted ? at + 3 : at + 1));
        plain.addAll(perWords(head, plain.size()));
        Statement again = new Statement(statement.keyword(), at, plain, Optional.empty(), statement.span());
        Optional<Per> per = reader.aside()
                .series(again, SeriesWords.Kind.HEAD, KpiGrammarParser::kpiHead)
                .flatMap(context -> Optional.ofNullable(context.per()))
                .map(this::per);
        // What could not be read may have said which rows there are: the clauses would be told what they lack.
        List<KpiClause> kept = new ArrayList<>(clauses);
        if (!sound && per.isEmpty()) {
            kept = claims(clauses);
            kept.add(new KpiClause.BrokenClause(statement.span(), id.spelling()));
        }
        return Optional.of(
                new Declaration.KpiDeclaration(statement.span(), id, Optional.empty(), List.of(), per, kept));
    }

    /** Examples and laws, so that they are told as not run; whether they could be read or not. */
    private static List<KpiClause> claims(List<KpiClause> clauses) {
        List<KpiClause> claims = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.VersionClause version) {
                claims.addAll(claims(version.clauses()));
            } else if (clause instanceof KpiClause.ExampleClause
                    || clause instanceof KpiClause.LawClause
                    || clause instanceof KpiClause.BrokenClause) {
                claims.add(clause);
            }
        }
        return claims;
    }

    /** What of a head says that there is a figure for each row. */
    private List<Token> perWords(List<Token> head, int from) {
        Phrases phrases = new Phrases(reader.lexed(), head);
        for (int i = from; i < head.size(); i++) {
            boolean per = phrases.at(i, Slot.HEADER)
                    .filter(match -> match.keyword() == Keyword.PER_ROW || match.keyword() == Keyword.PER)
                    .isPresent();
            if (per) {
                return head.subList(i, head.size());
            }
        }
        return List.of();
    }

    private Optional<Declaration> kpi(Statement statement) {
        boolean habit = Habits.reportHead(reader, statement);
        Optional<KpiGrammarParser.KpiHeadContext> head =
                habit ? Optional.empty() : reader.series(statement, SeriesWords.Kind.HEAD, KpiGrammarParser::kpiHead);
        List<KpiClause> clauses = reader.needBlock(statement)
                .map(block -> new KpiBuilder(reader).clauses(block.statements()))
                .orElse(List.of());
        if (head.isEmpty()) {
            return named(statement, clauses, habit);
        }
        return head.map(context -> {
            List<Label> aliases = context.labels() == null
                    ? List.of()
                    : nodes.labels(context.labels().TEXT());
            return new Declaration.KpiDeclaration(
                    statement.span(),
                    nodes.id(context.id()),
                    nodes.optionalLabel(context.TEXT()),
                    aliases,
                    Optional.ofNullable(context.per()).map(this::per),
                    clauses);
        });
    }
}
