package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.syntax.Expression;
import kpi.model.Constant;
import kpi.model.Let;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Type;

/**
 * Calls of definitions with parameters. The body is read anew for every call, with the types of its arguments, in the
 * place where the definition stands: it never sees the names of its caller.
 */
final class DefineCalls {
    private final ExpressionAnalysis analysis;
    private final Scope scope;

    DefineCalls(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.scope = analysis.scope();
    }

    /** Empty where a problem was reported, or where the call is asked for and the body around it read again. */
    Optional<Term> call(Define define, Span span, List<Expression> arguments) {
        if (arguments.size() != define.parameters().size()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.WRONG_ARGUMENT_COUNT, span)
                            .with("function", define.name())
                            .with("signature", define.signature())
                            .with("count", arguments.size())
                            .related(define.span(), "defined"));
            return Optional.empty();
        }
        if (!scope.symbols().defines().isSound(define, scope)) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.BROKEN_DEFINITION, span)
                            .with("name", define.name())
                            .related(define.span(), "defined"));
            return Optional.empty();
        }
        scope.symbols().defines().use(define);
        return scope.activation()
                .map(inside -> inBody(inside, define, span, arguments))
                .orElseGet(() -> outermost(define, span, arguments));
    }

    private Optional<Term> outermost(Define define, Span span, List<Expression> arguments) {
        Defines.Expansion expansion = scope.symbols().defines().expansion();
        long spent = expansion.spent();
        Optional<Read> read =
                bind(define, arguments).map(bindings -> run(new Frame(define, span, bindings, Optional.empty())));
        if (expansion.wasExceeded()) {
            expansion.restore(spent);
            scope.reporter().report(limit(define, span));
            return Optional.empty();
        }
        return read.flatMap(this::reported);
    }

    private Optional<Term> inBody(Activation inside, Define define, Span span, List<Expression> arguments) {
        Optional<Local> known = inside.outermost() ? inside.shared().known(span) : Optional.empty();
        if (known.isPresent()) {
            return Optional.of(new LocalTerm(span, known.get()));
        }
        Optional<Read> read = inside.shared().done(span);
        if (read.isEmpty()) {
            bind(define, arguments)
                    .map(bindings -> new Frame(define, span, bindings, Optional.of(inside.shared())))
                    .ifPresent(frame -> inside.shared().await(frame));
            return Optional.empty();
        }
        Optional<Term> term = reported(read.get());
        return inside.outermost() && inside.shared().isRepeated(span)
                ? term.map(found -> inside.shared().share(span, found))
                : term;
    }

    private Optional<Term> reported(Read read) {
        read.problem().ifPresent(scope.reporter()::report);
        return read.term();
    }

    /** What reading a call came to. */
    record Read(Optional<Term> term, Optional<Problem> problem) {}

    /** A call that is being read, and the calls of the body that wait for it. */
    record Frame(
            Define define, Span span, Map<String, Activation.Binding> bindings, Optional<Activation.Shared> caller) {}

    /** Reads a call, and the calls in its body before it: with a stack of its own, as chains of calls may be long. */
    private Read run(Frame root) {
        Deque<Reading> open = new ArrayDeque<>();
        open.push(new Reading(root));
        while (true) {
            Reading reading = open.element();
            List<Frame> needed = reading.pass();
            if (!needed.isEmpty() && !scope.symbols().defines().expansion().isExceeded()) {
                needed.forEach(frame -> open.push(new Reading(frame)));
                continue;
            }
            open.pop();
            Read read = reading.result();
            reading.frame.caller().ifPresent(caller -> caller.finish(reading.frame.span(), read));
            if (open.isEmpty()) {
                return read;
            }
        }
    }

    /** One body, read as often as calls in it turn up that must be read first. */
    private final class Reading {
        private final Frame frame;
        private final Activation activation;
        private Reporter inner = new Reporter();
        private Optional<Term> value = Optional.empty();

        Reading(Frame frame) {
            this.frame = frame;
            Activation.Shared shared = new Activation.Shared(frame.define().value());
            this.activation = new Activation(frame.bindings(), shared, true);
        }

        List<Frame> pass() {
            inner = new Reporter();
            activation.shared().begin();
            value = new ExpressionAnalysis(inside(frame.define(), activation, inner))
                    .analyse(frame.define().value());
            return List.copyOf(activation.shared().pending());
        }

        Read result() {
            Optional<Problem> misfit = inner.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst()
                    .map(problem ->
                            misfit(frame.define(), frame.span(), problem).build());
            return new Read(value.filter(term -> misfit.isEmpty()).map(this::let), misfit);
        }

        private Term let(Term body) {
            List<Local> locals = new ArrayList<>();
            for (Define.Parameter parameter : frame.define().parameters()) {
                if (frame.bindings().get(parameter.canonical()) instanceof Activation.Binding.OfValue bound) {
                    bound.local().ifPresent(locals::add);
                }
            }
            locals.addAll(activation.shared().locals());
            Let call = new Let(frame.span(), frame.define().name(), locals, body);
            return scope.symbols().defines().expansion().measured(call);
        }
    }

    private Problem.Builder limit(Define define, Span at) {
        return Problem.of(AnalysisCode.LIMIT_EXPANSION, at)
                .with("name", define.name())
                .with("limit", scope.symbols().defines().expansion().most());
    }

    // ---- arguments ------------------------------------------------------------------------------------------

    private Optional<Map<String, Activation.Binding>> bind(Define define, List<Expression> arguments) {
        Map<String, Activation.Binding> bindings = new HashMap<>();
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Define.Parameter parameter = define.parameters().get(i);
            Expression argument = arguments.get(i);
            if (define.isRows(parameter)) {
                rows(define, argument)
                        .ifPresent(rows -> bindings.put(parameter.canonical(), new Activation.Binding.OfRows(rows)));
            } else {
                analysis.analyse(argument)
                        .flatMap(term -> inUnit(parameter, term, argument.span()))
                        .ifPresent(term -> values.put(parameter.canonical(), term));
            }
        }
        if (bindings.size() + values.size() < define.parameters().size()) {
            return Optional.empty();
        }
        for (Define.Parameter parameter : define.parameters()) {
            Term value = values.get(parameter.canonical());
            if (value != null) {
                bindings.put(
                        parameter.canonical(),
                        Activation.valueOf(parameter.name(), labelled(define, parameter, value, values)));
            }
        }
        return Optional.of(bindings);
    }

    private Optional<Calls.Rows> rows(Define define, Expression argument) {
        Optional<Calls.Rows> rows = new Calls(analysis).rows(argument);
        if (rows.isEmpty()) {
            if (!new Calls(analysis).isUnknownRows(argument)) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.WRONG_ARGUMENT, argument.span())
                                .with("function", define.name())
                                .with("signature", define.signature())
                                .with("expected", new LocalText("資料列", "rows of a dataset"))
                                .with("found", argument.span().text())
                                .related(define.span(), "defined"));
            }
            return Optional.empty();
        }
        // What is wrong with the rows is told here, once.
        return new Calls(analysis).areSound(rows.get()) ? rows : Optional.empty();
    }

    private Optional<Term> inUnit(Define.Parameter parameter, Term term, Span at) {
        if (parameter.unit().isEmpty()) {
            return Optional.of(term);
        }
        KpiUnit unit = parameter.unit().get();
        return analysis.operators().limitFor(unit.dimension(), term, at).map(found -> asLabel(found, unit.dimension()));
    }

    /**
     * A bare figure takes the unit of what the definition adds it to or compares it with, as it would beside it: in {@code
     * 指數(life_expectancy, 20, 85)} the limits are 歲.
     */
    private static Term labelled(Define define, Define.Parameter parameter, Term value, Map<String, Term> values) {
        if (!Operators.isBareConstant(value)) {
            return value;
        }
        Integer own = define.classes().get(parameter.canonical());
        for (Define.Parameter other : define.parameters()) {
            Term term = values.get(other.canonical());
            if (term == null || !Objects.equals(own, define.classes().get(other.canonical()))) {
                continue;
            }
            if (Operators.isMeasure(term) && !Operators.isBare(Operators.dimension(term))) {
                return asLabel(Operators.retypeZero(value, Operators.dimension(term)), Operators.dimension(term));
            }
        }
        return value;
    }

    private static Term asLabel(Term value, Dimension dimension) {
        boolean label = dimension instanceof Dimension.Count || dimension.equals(Dimension.POINTS);
        return label && Operators.isBareConstant(value) && value instanceof Constant constant
                ? new Constant(constant.span(), constant.value(), Type.measure(dimension), constant.printed())
                : value;
    }

    // ---- the body -------------------------------------------------------------------------------------------

    private Scope inside(Define define, Activation activation, Reporter reporter) {
        return define.home().orElseGet(scope::outside).calling(activation, reporter);
    }

    private static Problem.Builder misfit(Define define, Span span, Problem inner) {
        Problem.Builder problem = Problem.of(AnalysisCode.ARGUMENTS_MISFIT, span)
                .with("name", define.name())
                .with("signature", define.signature())
                .with("reason", new LocalText(inner.message(Language.ZH_TW), inner.message(Language.EN)))
                .related(inner.place(), "inside");
        inner.related().stream()
                .filter(related -> related.label().equals("inside"))
                .limit(5)
                .forEach(related -> problem.related(related.place(), "inside"));
        if (inner.kind() == AnalysisCode.NUMBER_BESIDE_UNIT) {
            inner.edits().forEach(edit -> problem.edit(edit.range(), edit.newText()));
        }
        return problem;
    }

    /** Whether a value has no errors of its own; they are reported where the definition stands. */
    boolean reads(Define define) {
        Map<String, Activation.Binding> bindings = new HashMap<>();
        for (Define.Parameter parameter : define.parameters()) {
            bindings.put(
                    parameter.canonical(),
                    parameter
                            .unit()
                            .<Activation.Binding>map(unit -> sample(parameter, unit))
                            .orElseGet(Activation.Binding.Unknown::new));
        }
        Reporter reporter = define.home().map(Scope::reporter).orElse(scope.reporter());
        Defines.Expansion expansion = scope.symbols().defines().expansion();
        long spent = expansion.spent();
        Reading reading = new Reading(new Frame(define, define.span(), bindings, Optional.empty()));
        for (List<Frame> needed = reading.pass(); !needed.isEmpty(); needed = reading.pass()) {
            for (Frame frame : needed) {
                reading.activation.shared().finish(frame.span(), run(frame));
            }
        }
        expansion.restore(spent);
        if (expansion.wasExceeded()) {
            reading.inner.report(limit(define, define.span()));
        }
        reporter.reportAll(reading.inner.problems());
        return !reading.inner.hasErrors() && !(define.value() instanceof Expression.BrokenExpression);
    }

    private static Activation.Binding sample(Define.Parameter parameter, KpiUnit unit) {
        Term one = new Constant(
                parameter.span(),
                Quantity.canonical(Exact.ONE, unit),
                Type.measure(unit.dimension()),
                parameter.name());
        return new Activation.Binding.OfValue(one, Optional.of(new Local(parameter.name(), one, parameter.span())));
    }
}
