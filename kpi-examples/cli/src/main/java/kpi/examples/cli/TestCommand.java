package kpi.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.law.LawResult;
import kpi.law.LawResult.Standing;
import kpi.law.Laws;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi test}: works the examples that the texts themselves state, and proves or tries their laws. */
@Command(name = "test")
final class TestCommand extends KpiCommand {
    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<String> paths = List.of();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "test.seed")
    private long seed = 1;

    @Option(names = "--cases", paramLabel = "N", descriptionKey = "test.cases")
    private int cases = Laws.CASES;

    TestCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        if (cases < 1) {
            throw wrongUsage("usage.cases", cases);
        }
        SourceFiles files = SourceFiles.of(paths);
        List<Problem> problems = new ArrayList<>(files.problems());
        List<ExampleResult> examples = List.of();
        List<LawResult> laws = List.of();
        if (!files.sources().isEmpty()) {
            Checked<KpiProgram> program = KpiCompiler.standard().compile(files.sources());
            problems.addAll(program.problems());
            examples = program.value().map(KpiProgram::runExamples).orElse(List.of());
            laws = program.value().map(found -> Laws.test(found, seed, cases)).orElse(List.of());
        }
        draw(TextLints.without(problems), language(), console().err());
        examples.forEach(this::print);
        long passed = examples.stream().filter(ExampleResult::passed).count();
        long notRun = examples.stream()
                .filter(example -> example.notRun().isPresent())
                .count();
        long failed = examples.size() - passed - notRun;
        console()
                .out()
                .line(
                        notRun == 0
                                ? words().say("test.summary", examples.size(), passed, failed)
                                : words().say("test.summary-not-run", examples.size(), passed, failed, notRun));
        laws.forEach(this::print);
        if (!laws.isEmpty()) {
            console()
                    .out()
                    .line(words().say(
                                    count(laws, Standing.NOT_RUN) == 0 ? "test.laws" : "test.laws-not-run",
                                    laws.size(),
                                    count(laws, Standing.PROVED),
                                    count(laws, Standing.HELD),
                                    count(laws, Standing.UNTESTED),
                                    count(laws, Standing.REFUTED),
                                    count(laws, Standing.NOT_RUN)));
        }
        boolean held = laws.stream().allMatch(LawResult::passed);
        return failed + notRun > 0 || !held || hasErrors(problems) ? Exit.ERRORS : Exit.FINE;
    }

    private static long count(List<LawResult> laws, Standing standing) {
        return laws.stream().filter(law -> law.standing() == standing).count();
    }

    private void print(LawResult law) {
        Language language = language();
        String text = law.kpi() + " " + law.text().in(language);
        if (law.passed()) {
            String key = law.standing() == Standing.UNTESTED ? "test.law.untested" : "test.law.held";
            console().out().line(words().say(key, text, law.standing(language)));
            return;
        }
        if (law.notRun().isPresent()) {
            console()
                    .out()
                    .line(words().say(
                                    "test.not-run",
                                    text,
                                    at(law.span()),
                                    law.notRun().get().in(language)));
            return;
        }
        console().out().line(words().say("test.law.refuted", text, at(law.span())));
        law.refuted()
                .ifPresent(found ->
                        found.lines(language).forEach(line -> console().out().line("    " + line)));
    }

    private void print(ExampleResult example) {
        Language language = language();
        String name = (example.kpi() + " " + example.title()).strip();
        if (example.passed()) {
            console().out().line(words().say("test.passed", name));
            return;
        }
        if (example.notRun().isPresent()) {
            String why = example.notRun().get().in(language);
            console().out().line(words().say("test.not-run", name, at(example.span()), why));
            return;
        }
        List<String> failures = example.checks().stream()
                .filter(check -> !check.holds())
                .map(check -> words().say(
                                "test.expected",
                                check.expected().in(language),
                                check.found().in(language)))
                .toList();
        console().out().line(words().say("test.failed", name, at(example.span()), String.join("; ", failures)));
    }

    private static String at(Span span) {
        return span.source().name() + ":" + span.line() + ":" + span.column();
    }
}
