package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.RowChoice;
import kpi.function.RowFunction;
import kpi.function.RowOptions;
import kpi.function.RowParameter;
import kpi.model.Aggregate;
import kpi.model.Constant;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.value.Quantity;

/** What is written behind the rows of a function: levels, definitions by name, and whether missing values are skipped. */
final class RowArguments {
    private final ExpressionAnalysis analysis;
    private final Expression.Application application;
    private final RowFunction function;
    private final List<Exact> levels = new ArrayList<>();
    private final List<RowChoice> choices = new ArrayList<>();

    RowArguments(ExpressionAnalysis analysis, Expression.Application application, RowFunction function) {
        this.analysis = analysis;
        this.application = application;
        this.function = function;
    }

    /**
     * The function with its options; empty if a problem was reported.
     *
     * @param tooFew whether not even the values of the rows were all written
     */
    Optional<Aggregate> read(List<Expression> written, Optional<Expression.OverPresent> present, boolean tooFew) {
        List<RowParameter> parameters = function.parameters();
        if (tooFew || written.size() > parameters.size()) {
            return refused(RowCalls.named(AnalysisCode.WRONG_ARGUMENT_COUNT, application, function)
                    .with("count", application.arguments().size()));
        }
        for (int i = 0; i < parameters.size(); i++) {
            Optional<Expression> argument = i < written.size() ? Optional.of(written.get(i)) : Optional.empty();
            boolean sound =
                    parameters.get(i) instanceof RowParameter.Named named ? choice(named, argument) : level(argument);
            if (!sound) {
                return Optional.empty();
            }
        }
        if (levels.size() == 2 && levels.get(0).compareTo(levels.get(1)) > 0) {
            return refused(RowCalls.named(AnalysisCode.LEVELS_CROSSED, application, function));
        }
        Optional<Integer> least = present.isEmpty() ? Optional.empty() : least(present.get());
        return present.isPresent() && least.isEmpty()
                ? Optional.empty()
                : Optional.of(new Aggregate(function, new RowOptions(levels, choices), least));
    }

    private <T> Optional<T> refused(Problem.Builder problem) {
        analysis.scope().reporter().report(problem);
        return Optional.empty();
    }

    private boolean choice(RowParameter.Named parameter, Optional<Expression> argument) {
        if (argument.isEmpty()) {
            Span brackets = application.brackets();
            int end = brackets.text().length();
            int before = brackets.start() + brackets.text().offsetByCodePoints(end, -1);
            Span place = brackets.source().span(before, before);
            Problem.Builder problem = described(AnalysisCode.DEFINITION_UNSAID, parameter);
            boolean chinese = isChinese();
            for (RowChoice choice : parameter.choices()) {
                problem.edit(
                        place,
                        chinese
                                ? "，" + choice.name().zh()
                                : ", " + choice.name().en());
            }
            return refused(problem).isPresent();
        }
        Expression written = argument.get();
        Optional<RowChoice> choice =
                written instanceof Expression.Name name ? parameter.find(name.spelling()) : Optional.empty();
        if (choice.isEmpty()) {
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_DEFINITION, written.span())
                    .with("function", functionName())
                    .with("choices", list(parameter))
                    .with("text", written.span().text());
            UnknownNames.suggest(
                    problem,
                    written.span(),
                    written.span().text(),
                    parameter.choices().stream()
                            .flatMap(each -> java.util.stream.Stream.of(
                                    each.name().en(), each.name().zh()))
                            .toList());
            return refused(problem).isPresent();
        }
        choices.add(choice.get());
        return true;
    }

    private boolean isChinese() {
        return application.name().spelling().codePoints().anyMatch(Character::isIdeographic);
    }

    private Problem.Builder described(AnalysisCode code, RowParameter.Named parameter) {
        return RowCalls.named(code, application, function).with("choices", list(parameter));
    }

    private static LocalText list(RowParameter.Named parameter) {
        return new LocalText(parameter.list(Language.ZH_TW), parameter.list(Language.EN));
    }

    private LocalText functionName() {
        return new LocalText(function.name(Language.ZH_TW), function.name(Language.EN));
    }

    /** A share, so that a bare 90 is never taken for 90 times the whole. */
    private boolean level(Optional<Expression> argument) {
        Optional<Quantity> written = argument.flatMap(this::literal);
        if (written.isPresent()
                && written.get().dimension().equals(Dimension.PERCENT)
                && written.get().canonical().compareTo(Exact.ONE) <= 0) {
            levels.add(written.get().canonical());
            return true;
        }
        Span span = argument.map(Expression::span).orElse(application.brackets());
        Problem.Builder problem = Problem.of(AnalysisCode.LEVEL_NEEDED, span)
                .with("function", functionName())
                .with("text", span.text());
        if (written.filter(found -> found.dimension().equals(Dimension.NUMBER)).isPresent()) {
            problem.edit(span.source().span(span.end(), span.end()), "%");
        }
        return refused(problem).isPresent();
    }

    private Optional<Integer> least(Expression.OverPresent present) {
        if (present.least().isEmpty()) {
            return Optional.of(1);
        }
        Expression.NumberLiteral written = present.least().get();
        Optional<Exact> number = literal(written)
                .filter(found ->
                        found.dimension().equals(Dimension.NUMBER) || found.dimension() instanceof Dimension.Count)
                .map(Quantity::canonical)
                .filter(found ->
                        found.isInteger() && found.signum() > 0 && found.compareTo(Exact.of(Integer.MAX_VALUE)) <= 0);
        return number.isPresent()
                ? number.map(found -> found.numerator().intValueExact())
                : refused(Problem.of(AnalysisCode.MINIMUM_COUNT, written.span()).with("text", written.text()));
    }

    private Optional<Quantity> literal(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                ? analysis.analyse(expression)
                        .filter(Constant.class::isInstance)
                        .map(constant -> (Quantity) ((Constant) constant).value())
                : Optional.empty();
    }
}
