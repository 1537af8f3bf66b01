package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Step;
import kpi.model.LookUp;
import kpi.model.LookUpTable;
import kpi.model.Term;

/** Calls of look-up tables, with what follows them: {@code 級距(p, c), interpolated, above the last band extended}. */
final class LookUpCalls {
    private final ExpressionAnalysis analysis;
    private final Reporter reporter;

    LookUpCalls(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.reporter = analysis.scope().reporter();
    }

    /** The table an expression calls; empty if it calls none. */
    static Optional<LookUpTables.LookUp> called(Expression expression, Scope scope) {
        return expression instanceof Expression.Application application
                ? scope.symbols().defines().lookUps().find(application.name().spelling())
                : Optional.empty();
    }

    static boolean isOfLookUp(Step step) {
        return step instanceof Step.Interpolated || step instanceof Step.Extended;
    }

    /** A look-up and its words; the steps behind them are done to its value. */
    Optional<Term> stepped(Expression.Application call, LookUpTables.LookUp table, List<Step> steps) {
        List<Step> words = new ArrayList<>();
        List<Step> rest = new ArrayList<>();
        for (Step step : steps) {
            (isOfLookUp(step) && rest.isEmpty() ? words : rest).add(step);
        }
        boolean interpolated = words.stream().anyMatch(Step.Interpolated.class::isInstance);
        boolean extended = words.stream().anyMatch(Step.Extended.class::isInstance);
        Optional<Term> found = call(call, table, interpolated, extended);
        return rest.isEmpty() ? found : found.flatMap(term -> new Steps(analysis).applyTo(term, rest));
    }

    Optional<Term> call(
            Expression.Application application, LookUpTables.LookUp found, boolean interpolated, boolean extended) {
        LookUpTable table = found.table();
        if (application.arguments().size() != table.keys().size()) {
            reporter.report(Problem.of(AnalysisCode.WRONG_ARGUMENT_COUNT, application.span())
                    .with("function", table.name())
                    .with("signature", signature(found))
                    .with("count", application.arguments().size())
                    .related(table.span(), "defined"));
            return Optional.empty();
        }
        List<Term> keys = new ArrayList<>();
        for (int i = 0; i < found.order().size(); i++) {
            Expression argument = application.arguments().get(found.order().get(i));
            LookUpTable.Key key = table.keys().get(i);
            analysis.analyse(argument)
                    .flatMap(term -> fit(term, argument, key, found))
                    .ifPresent(keys::add);
        }
        if (found.broken()) {
            reporter.report(Problem.of(AnalysisCode.BROKEN_DEFINITION, application.span())
                    .with("name", table.name())
                    .related(table.span(), "defined"));
            return Optional.empty();
        }
        if (keys.size() != table.keys().size() || !fits(application, table, interpolated, extended)) {
            return Optional.empty();
        }
        return Optional.of(new LookUp(application.span(), table, keys, interpolated, extended));
    }

    private boolean fits(
            Expression.Application application, LookUpTable table, boolean interpolated, boolean extended) {
        boolean number = table.keys().get(table.keys().size() - 1).unit().isPresent();
        boolean measure = table.value().unit().isPresent();
        boolean ordered = table.matching() != LookUpTable.Matching.FIRST && number;
        if (interpolated && !(ordered && measure) || extended && !ordered) {
            reporter.report(Problem.of(AnalysisCode.LOOK_UP_NO_ORDER, application.span())
                    .with("name", table.name())
                    .related(table.span(), "defined"));
            return false;
        }
        boolean runs = table.index()
                .filter(index -> index.rows().stream().anyMatch(row -> row.isRunning()))
                .isPresent();
        if (runs && !interpolated) {
            kpi.source.Span end = application
                    .span()
                    .source()
                    .span(application.span().end(), application.span().end());
            reporter.report(Problem.of(AnalysisCode.LOOK_UP_RUNS, application.span())
                    .with("name", table.name())
                    .related(table.span(), "defined")
                    .edit(end, ", interpolated"));
            return false;
        }
        return true;
    }

    private Optional<Term> fit(Term term, Expression argument, LookUpTable.Key key, LookUpTables.LookUp found) {
        if (key.unit().isPresent()) {
            return analysis.operators().limitFor(key.unit().get().dimension(), term, argument.span());
        }
        boolean fits = key.type().isText() ? term.type().isText() : term.type().equals(key.type());
        if (!fits) {
            reporter.report(Problem.of(AnalysisCode.WRONG_ARGUMENT, argument.span())
                    .with("function", found.table().name())
                    .with("signature", signature(found))
                    .with(
                            "expected",
                            new LocalText(
                                    key.type().name(Language.ZH_TW), key.type().name(Language.EN)))
                    .with("found", Operators.typeName(term))
                    .related(found.table().span(), "defined"));
        }
        return fits ? Optional.of(term) : Optional.empty();
    }

    private static String signature(LookUpTables.LookUp found) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.order().size(); i++) {
            names.add(found.table().keys().get(found.order().indexOf(i)).name());
        }
        return names.stream().collect(Collectors.joining(", ", found.table().name() + "(", ")"));
    }
}
