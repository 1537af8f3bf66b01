package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.parser.SyntaxCode;
import kpi.dsl.syntax.Expression;
import kpi.source.Span;

/** What is said of a name that stands for nothing where it is used: what it is instead, and what was likely meant. */
final class UnknownNames {
    private final Scope scope;

    UnknownNames(Scope scope) {
        this.scope = scope;
    }

    /**
     * A name that stands for no value.
     *
     * @param isValue whether a name stands for one
     */
    void name(Expression.Name name, Predicate<String> isValue) {
        String spelling = name.spelling();
        if (scope.symbols().isBroken(spelling)) {
            return;
        }
        Optional<TableSchema> unread = scope.row().filter(row -> isUnread(row, spelling));
        if (unread.isPresent()) {
            unread(unread.get(), name);
            return;
        }
        if (spelling.equals("log")) {
            scope.reporter().report(ambiguousLogarithm(name.span()));
        } else if (scope.symbols().functions().find(spelling).isPresent()
                || scope.symbols().defines().find(spelling).isPresent()
                || Calls.aggregate(spelling).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.FUNCTION_AS_VALUE, name.span())
                            .with("name", spelling));
        } else if (scope.symbols().table(spelling).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.TABLE_AS_VALUE, name.span()).with("name", spelling));
        } else if (figureInWords(name).isPresent()) {
            scope.reporter().report(figureInWords(name).orElseThrow());
        } else if (FigureNames.facet(spelling).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.OWN_FIGURE, name.span()).with("name", spelling));
        } else {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", spelling);
            Optional<String> signs = Wording.inSigns(spelling, isValue);
            if (name.quoted()
                    && isFormula(name.span())
                    && Suggestion.nearest(spelling, visible()).isEmpty()) {
                String inner = BracketReadings.inner(name.span());
                problem.edit(name.span(), "〔" + inner + "〕"); // 【(a − b) / b】 × 100%
            } else if (signs.isPresent()) {
                problem.edit(name.span(), signs.get());
            } else if (columnsOf(spelling).size() == 1) {
                problem.edit(
                        name.span(),
                        columnsOf(spelling).get(0) + "." + name.span().text());
            } else {
                suggest(problem, name.span(), spelling, visible());
            }
            scope.reporter().report(problem);
        }
    }

    void function(Expression.Name name) {
        Problem.Builder problem =
                Problem.of(AnalysisCode.UNKNOWN_FUNCTION, name.span()).with("name", name.spelling());
        suggest(problem, name.span(), name.spelling(), scope.symbols().functionNames());
        scope.reporter().report(problem);
    }

    void column(TableSchema table, Expression.Name column) {
        List<String> names =
                new ArrayList<>(table.columns().stream().map(ColumnSchema::name).toList());
        if (isUnread(table, column.spelling())) {
            unread(table, column);
            return;
        }
        scope.symbols()
                .kpi(table.name())
                .ifPresent(kpi -> kpi.definitions().values().forEach(definition -> names.add(definition.name())));
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_COLUMN, column.span())
                .with("name", column.spelling())
                .with("table", table.name())
                .with("columns", String.join("、", names));
        suggest(problem, column.span(), column.spelling(), names);
        scope.reporter().report(problem);
    }

    private boolean isUnread(TableSchema table, String spelling) {
        return scope.symbols()
                .kpi(table.name())
                .filter(kpi -> kpi.unread().contains(CanonicalName.of(spelling)))
                .isPresent();
    }

    private void unread(TableSchema table, Expression.Name name) {
        scope.reporter()
                .report(Problem.of(AnalysisCode.RESTS_ON_BROKEN, name.span())
                        .with("name", name.spelling())
                        .with("kpi", table.name()));
    }

    /** A dot behind something that has no rows: a table nobody knows, or a KPI and its figure. */
    void rows(Expression.Member member) {
        Expression.Name kpi = member.table();
        boolean figure = FigureNames.facet(member.column().spelling()).isPresent()
                && scope.symbols().kpi(kpi.spelling()).isPresent();
        if (figure) {
            scope.reporter()
                    .report(ofKpi(
                            member.span(),
                            member.column().span().text(),
                            kpi.span().text()));
        } else if (!scope.symbols().isBroken(kpi.spelling())) {
            table(kpi.span(), kpi.spelling());
        }
    }

    private static Problem.Builder ofKpi(Span span, String figure, String kpi) {
        String right = figure + "(" + kpi + ")";
        return Problem.of(SyntaxCode.FIGURE_OF_KPI, span)
                .with("text", span)
                .with("right", right)
                .edit(span, right);
    }

    /** The tables that have a column of this name: its rows are named with it, 事故.死亡人數. */
    private List<String> columnsOf(String spelling) {
        return scope.symbols().tableNames().stream()
                .filter(table -> scope.symbols()
                        .table(table)
                        .flatMap(schema -> schema.column(spelling))
                        .isPresent())
                .toList();
    }

    /** 死亡的目標達成度: a KPI and its figure, run together. */
    private Optional<Problem.Builder> figureInWords(Expression.Name name) {
        String spelling = name.spelling();
        for (String figure : List.of("目標達成度", "實際值", "目標值")) {
            if (!spelling.endsWith(figure)) {
                continue;
            }
            String before = spelling.substring(0, spelling.length() - figure.length());
            String kpi = before.endsWith("的") ? before.substring(0, before.length() - 1) : before;
            if (scope.symbols().kpi(kpi).isPresent()) {
                return Optional.of(ofKpi(name.span(), figure, kpi));
            }
        }
        return Optional.empty();
    }

    void table(Span span, String spelling) {
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_TABLE, span).with("name", spelling);
        suggest(problem, span, spelling, scope.symbols().tableNames());
        scope.reporter().report(problem);
    }

    private static boolean isFormula(Span quoted) {
        return BracketReadings.inner(quoted).chars().anyMatch(c -> "+-*/＋－×÷／＊−".indexOf(c) >= 0);
    }

    /** 失業率 = 失業人數 / 勞動力: a formula printed with the name of its result, which is not compared with anything. */
    boolean isNamedResult(Expression.Comparison comparison) {
        if (!(comparison.first() instanceof Expression.Name name)
                || comparison.links().size() != 1
                || comparison.links().get(0).relation() != Expression.Comparison.Relation.EQ
                || scope.row().isPresent()
                || scope.activation()
                        .flatMap(activation -> activation.binding(name.spelling()))
                        .isPresent()
                || isOwnFigure(name.spelling())
                || scope.symbols().declares(name.spelling())
                || scope.symbols().isBroken(name.spelling())
                || Wording.inSigns(name.spelling(), scope.symbols()::declares).isPresent()) {
            return false;
        }
        Span sign = comparison.links().get(0).operatorSpan();
        Span result = name.span().source().span(name.span().start(), behindBlanks(sign));
        Problem.Builder problem = Problem.of(AnalysisCode.NAMED_RESULT, name.span())
                .with("name", name.spelling())
                .edit(result, "");
        Suggestion.nearest(name.spelling(), visible()).ifPresent(near -> problem.edit(name.span(), near));
        scope.reporter().report(problem);
        return true;
    }

    /** 目標值 = 0 人: on the lines that know the KPI's own figures. */
    private boolean isOwnFigure(String spelling) {
        return scope.ownActual().isPresent()
                && (FigureNames.facet(spelling).isPresent()
                        || FigureNames.level(spelling).isPresent());
    }

    private static int behindBlanks(Span sign) {
        String text = sign.source().text();
        int end = sign.end();
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    private Collection<String> visible() {
        return scope.row()
                .map(table -> Stream.concat(
                                table.columns().stream().map(ColumnSchema::name), scope.symbols().known().stream())
                        .toList())
                .orElseGet(() -> scope.symbols().known());
    }

    static Problem.Builder ambiguousLogarithm(Span span) {
        return Problem.of(AnalysisCode.AMBIGUOUS_LOGARITHM, span)
                .edit(span, "ln")
                .edit(span, "log10");
    }

    static void suggest(Problem.Builder problem, Span span, String unknown, Collection<String> known) {
        Suggestion.nearest(unknown, known).ifPresent(near -> {
            problem.edit(span, near);
            problem.with("differing", Suggestion.differingCodePoints(unknown, near));
            LookAlikeNames.tell(problem, span, unknown, near);
        });
    }
}
