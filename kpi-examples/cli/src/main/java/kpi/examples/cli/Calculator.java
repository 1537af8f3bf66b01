package kpi.examples.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kpi.data.ColumnNames;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiException;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.diagnostic.VisibleText;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.result.Mark;
import kpi.run.Formula;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;

/** Computes one formula with inputs as printed. Never throws over what it is given. */
final class Calculator {
    private static final int MAXIMUM_LABEL = 60;

    /** As many as a written number may have digits. */
    static final int MAXIMUM_PLACES = 1000;

    private final KpiCompiler compiler = KpiCompiler.standard();

    CalcAnswer answer(CalcRequest request) {
        try {
            return computed(request);
        } catch (KpiProblemsException refused) {
            return new CalcAnswer.Refused(refused.problems(), Optional.empty());
        } catch (KpiException refused) {
            return noValue(request, Objects.requireNonNullElse(refused.getMessage(), "?"));
        }
    }

    private CalcAnswer computed(CalcRequest request) {
        Optional<Problem> outOfRange = outOfRange(request.places());
        if (outOfRange.isPresent()) {
            return CalcAnswer.Refused.because(outOfRange.get());
        }
        Optional<KpiUnit> unit = request.unit().flatMap(Calculator::unit);
        Optional<String> label = unit.isPresent() ? Optional.empty() : request.unit();
        if (label.isPresent() && !isComposedLabel(label.get())) {
            return CalcAnswer.Refused.because(unreadableUnit(label.get()));
        }
        Inputs inputs = new Inputs();
        for (Map.Entry<String, Optional<String>> input : request.inputs().entrySet()) {
            Optional<CalcAnswer.Refused> refused = inputs.add(input.getKey(), input.getValue());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        Checked<Formula> formula = formula(request.formula(), inputs.units, unit);
        if (formula.value().isEmpty()
                && request.unit().isEmpty()
                && request.places().isEmpty()) {
            Checked<Formula> condition = compiler.condition(request.formula(), inputs.units);
            if (!condition.hasErrors() && condition.value().isPresent()) {
                return truth(value(condition.value().get(), inputs, request));
            }
        }
        if (formula.hasErrors() || formula.value().isEmpty()) {
            return inputs.missing.isEmpty() || !isOnlyTypes(formula.problems())
                    ? new CalcAnswer.Refused(formula.problems(), Optional.empty())
                    : missing(
                            request, inputs, inputs.missing.keySet().iterator().next());
        }
        if (label.isPresent() && !formula.value().get().unit().dimension().equals(Dimension.NUMBER)) {
            return CalcAnswer.Refused.because(unreadableUnit(label.get()));
        }
        CalcAnswer answer = value(formula.value().get(), inputs, request);
        return answer instanceof CalcAnswer.Value value && label.isPresent()
                ? new CalcAnswer.Value(value.value(), label.get(), value.exact(), value.approximate())
                : answer;
    }

    /** A word for a plain number that is no unit but says what is over what: 人/戶, 女=100. */
    private static boolean isComposedLabel(String word) {
        return word.length() <= MAXIMUM_LABEL
                && (word.indexOf('/') > 0 || word.indexOf('=') > 0)
                && word.codePoints().allMatch(VisibleText::isVisible);
    }

    private Checked<Formula> formula(String text, Map<String, KpiUnit> inputs, Optional<KpiUnit> unit) {
        return unit.isPresent() ? compiler.formula(text, inputs, unit.get()) : compiler.formula(text, inputs);
    }

    private CalcAnswer value(Formula formula, Inputs inputs, CalcRequest request) {
        Figure figure = formula.evaluate(inputs.quantities);
        boolean approximate = figure.marks().contains(Mark.APPROXIMATE);
        if (figure.value().isPresent()) {
            Exact value = figure.value().get().in(formula.unit());
            return new CalcAnswer.Value(
                    digits(value, request.places()), formula.unit().symbol(), NumberText.plain(value), approximate);
        }
        Optional<String> missing = figure.reasons().stream()
                .flatMap(problem -> problem.place().input().stream())
                .filter(inputs.missing::containsKey)
                .findFirst();
        if (missing.isPresent()) {
            return missing(request, inputs, missing.get());
        }
        return new CalcAnswer.Refused(figure.reasons(), Optional.empty());
    }

    private static CalcAnswer truth(CalcAnswer answer) {
        if (answer instanceof CalcAnswer.Value value) {
            String holds = Boolean.toString(value.value().equals("1"));
            return new CalcAnswer.Value(holds, "", holds, value.approximate());
        }
        return answer;
    }

    private static String digits(Exact value, OptionalInt places) {
        if (places.isPresent()) {
            return NumberText.decimal(value, places.getAsInt(), Rounding.HALF_UP);
        }
        return NumberText.decimal(value);
    }

    /** The unit of a word; a word nobody declared is a label of its own. */
    private static Optional<KpiUnit> unit(String word) {
        String plain = word.strip();
        return plain.isEmpty()
                ? Optional.of(Units.NUMBER)
                : UnitTable.standard().read(plain);
    }

    private static boolean isOnlyTypes(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .allMatch(problem -> problem.problemClass() == ProblemClass.TYPE_ERROR);
    }

    private static Optional<Problem> outOfRange(OptionalInt places) {
        if (places.isEmpty() || (places.getAsInt() >= 0 && places.getAsInt() <= MAXIMUM_PLACES)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(CliCode.PLACES_OUT_OF_RANGE, whole("places", places.getAsInt()))
                .with("places", places.getAsInt())
                .with("limit", MAXIMUM_PLACES)
                .build());
    }

    private static Problem unreadableUnit(String word) {
        return Problem.of(CliCode.UNREADABLE_UNIT, whole("unit", word))
                .with("text", word)
                .build();
    }

    private static CalcAnswer noValue(CalcRequest request, String reason) {
        return CalcAnswer.Refused.because(Problem.of(CliCode.NO_VALUE, whole("formula", request.formula()))
                .with("reason", new LocalText("數字超過上限", reason))
                .build());
    }

    private static Span whole(String name, Object text) {
        return Source.of(name, text.toString()).whole();
    }

    private static CalcAnswer missing(CalcRequest request, Inputs inputs, String name) {
        Source formula = Source.of("formula", request.formula());
        int at = Math.max(0, request.formula().indexOf(name));
        Span span =
                formula.span(at, Math.min(at + name.length(), request.formula().length()));
        Absence absence = Objects.requireNonNull(inputs.missing.get(name), name);
        return CalcAnswer.Refused.because(Problem.of(CliCode.MISSING_INPUT, span)
                .with("name", name)
                .with("absence", new LocalText(absence.in(Language.ZH_TW), absence.in(Language.EN)))
                .build());
    }

    /** The inputs as far as they could be read. */
    private static final class Inputs {
        private final Map<String, KpiUnit> units = new LinkedHashMap<>();
        private final Map<String, Quantity> quantities = new LinkedHashMap<>();
        private final Map<String, Absence> missing = new LinkedHashMap<>();
        private final Set<String> names = new HashSet<>();

        /** Why it cannot be taken; empty if it was. */
        Optional<CalcAnswer.Refused> add(String name, Optional<String> printed) {
            if (name.isBlank()) {
                return Optional.of(badName(name, new LocalText("名稱是空白", "it is blank")));
            }
            if (!names.add(ColumnNames.fold(name))) {
                return Optional.of(badName(name, new LocalText("同名的資料項已給過", "an input of that name is given already")));
            }
            Optional<Absence> absence = printed.map(Inputs::absence).orElse(Optional.of(Absence.NOT_REPORTED));
            if (absence.isPresent()) {
                units.put(name, Units.NUMBER);
                missing.put(name, absence.get());
                return Optional.empty();
            }
            Checked<Quantity> quantity = Quantity.parse(printed.orElseThrow());
            if (quantity.value().isEmpty()) {
                return Optional.of(new CalcAnswer.Refused(quantity.problems(), Optional.of(name)));
            }
            units.put(name, quantity.value().get().unit());
            quantities.put(name, quantity.value().get());
            return Optional.empty();
        }

        private static CalcAnswer.Refused badName(String name, LocalText detail) {
            return CalcAnswer.Refused.because(
                    Problem.of(CliCode.BAD_INPUT_NAME, Source.of("inputs", name).whole())
                            .with("name", name)
                            .with("detail", detail)
                            .build());
        }

        /** What stands for a missing figure where documents print one. */
        private static Optional<Absence> absence(String printed) {
            return switch (printed.strip()) {
                case "" -> Optional.of(Absence.NOT_REPORTED);
                case "-", "－" -> Optional.of(Absence.NONE);
                case "--", "－－" -> Optional.of(Absence.MEANINGLESS);
                case "…", "...", "……" -> Optional.of(Absence.NOT_YET_RELEASED);
                default -> Optional.empty();
            };
        }
    }
}
