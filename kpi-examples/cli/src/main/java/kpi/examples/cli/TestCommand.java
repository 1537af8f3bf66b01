package kpi.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kpi test}: works the examples that the texts themselves state. */
@Command(name = "test")
final class TestCommand extends KpiCommand {
    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<String> paths = List.of();

    TestCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        SourceFiles files = SourceFiles.of(paths);
        List<Problem> problems = new ArrayList<>(files.problems());
        List<ExampleResult> examples = List.of();
        if (!files.sources().isEmpty()) {
            Checked<KpiProgram> program = KpiCompiler.standard().compile(files.sources());
            problems.addAll(program.problems());
            examples = program.value().map(KpiProgram::runExamples).orElse(List.of());
        }
        draw(problems, language(), console().err());
        examples.forEach(this::print);
        long failed = examples.stream().filter(example -> !example.passed()).count();
        console().out().line(words().say("test.summary", examples.size(), examples.size() - failed, failed));
        return failed > 0 || hasErrors(problems) ? Exit.ERRORS : Exit.FINE;
    }

    private void print(ExampleResult example) {
        Language language = language();
        String name = (example.kpi() + " " + example.title()).strip();
        if (example.passed()) {
            console().out().line(words().say("test.passed", name));
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
