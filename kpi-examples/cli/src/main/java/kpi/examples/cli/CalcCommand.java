package kpi.examples.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi calc}: one formula, or one a line. */
@Command(name = "calc")
final class CalcCommand extends KpiCommand {
    private static final String FULL_WIDTH_EQUALS = "＝";

    @Parameters(paramLabel = "FORMULA", index = "0", arity = "0..1", descriptionKey = "calc.formula")
    private Optional<String> formula = Optional.empty();

    @Parameters(paramLabel = "NAME=VALUE", index = "1..*", arity = "0..*", descriptionKey = "calc.inputs")
    private List<String> inputs = List.of();

    @Option(names = "--unit", paramLabel = "U", descriptionKey = "calc.unit")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--places", paramLabel = "N", descriptionKey = "calc.places")
    private Optional<Integer> places = Optional.empty();

    @Option(names = "--jsonl", descriptionKey = "calc.jsonl")
    private boolean jsonl;

    CalcCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        if (jsonl) {
            if (formula.isPresent() || unit.isPresent() || places.isPresent()) {
                throw wrongUsage("usage.jsonl-alone");
            }
            return new JsonLines(console(), language()).run() ? Exit.FINE : Exit.ERRORS;
        }
        CalcRequest request = new CalcRequest(
                option(formula.orElseThrow(() -> wrongUsage("usage.no-formula"))),
                inputsByName(),
                unit,
                places.map(OptionalInt::of).orElse(OptionalInt.empty()));
        CalcAnswer answer = new Calculator().answer(request);
        if (answer instanceof CalcAnswer.Value value) {
            print(value);
            return Exit.FINE;
        }
        draw(((CalcAnswer.Refused) answer).problems(), language(), console().err());
        return Exit.ERRORS;
    }

    private void print(CalcAnswer.Value value) {
        TextOut out = console().out();
        out.line(value.unit().isEmpty() ? value.value() : value.value() + " " + value.unit());
        if (!value.exact().equals(value.value()) && places.isEmpty()) {
            out.line(words().say("calc.exact", value.exact()));
        }
        if (value.approximate()) {
            out.line(words().say("calc.approximate"));
        }
    }

    private Map<String, Optional<String>> inputsByName() {
        Map<String, Optional<String>> byName = new LinkedHashMap<>();
        for (String input : inputs) {
            String narrow = option(input).replaceFirst(FULL_WIDTH_EQUALS, "=");
            int equals = narrow.indexOf('=');
            if (equals <= 0) {
                throw wrongUsage("usage.no-value", input);
            }
            String name = narrow.substring(0, equals).strip();
            if (byName.put(name, Optional.of(narrow.substring(equals + 1))) != null) {
                throw wrongUsage("usage.input-twice", name);
            }
        }
        return byName;
    }

    /** A formula may begin with a minus; two of them are an option that does not exist. */
    private String option(String argument) {
        if (argument.startsWith("--")) {
            throw wrongUsage("usage.unknown-option", argument);
        }
        return argument;
    }
}
