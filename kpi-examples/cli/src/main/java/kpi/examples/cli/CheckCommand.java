package kpi.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.KpiCompiler;
import kpi.report.JsonWriter;
import kpi.report.ProblemsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi check}: everything that is wrong with a text, without any data. */
@Command(name = "check")
final class CheckCommand extends KpiCommand {
    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<String> paths = List.of();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "check.format")
    private Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        SourceFiles files = SourceFiles.of(paths);
        List<Problem> problems = new ArrayList<>(files.problems());
        if (!files.sources().isEmpty()) {
            problems.addAll(KpiCompiler.standard().compile(files.sources()).problems());
        }
        if (format == Format.JSON) {
            JsonWriter json = new JsonWriter(console().out()).beginObject();
            json.name("diagnostics");
            ProblemsJson.write(json, problems, language());
            json.endObject();
            console().out().append('\n');
        } else {
            draw(problems, language(), console().out());
            console().out().line(summary(files.sources().size(), problems));
        }
        return hasErrors(problems) ? Exit.ERRORS : Exit.FINE;
    }

    private String summary(int files, List<Problem> problems) {
        long errors = count(problems, Severity.ERROR);
        long warnings = count(problems, Severity.WARNING);
        return errors + warnings == 0
                ? words().say("check.fine", files)
                : words().say("check.summary", files, errors, warnings);
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
