package kpi.examples.cli;

import java.io.IOException;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.dsl.KpiCompiler;
import kpi.report.ChangeReport;
import kpi.result.Comparison;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kpi diff}: what changed between two dates of knowledge, or between two folders of data, and why. */
@Command(name = "diff")
final class DiffCommand extends PeriodCommand {
    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "diff.to")
    private Optional<String> to = Optional.empty();

    @Option(names = "--old-data", paramLabel = "DIR", descriptionKey = "diff.old-data")
    private Optional<String> oldData = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "diff.format")
    private Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    DiffCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        if (asOf().isEmpty() && oldData.isEmpty()) {
            throw wrongUsage("usage.diff-of-what");
        }
        SourceFiles files = SourceFiles.of(paths());
        problems().addAll(files.problems());
        Optional<Comparison> found = files.sources().isEmpty() ? Optional.empty() : compare(files);
        if (found.isPresent()) {
            if (format == Format.JSON) {
                ChangeReport.writeJson(found.get(), language(), console().out());
                console().out().append('\n');
            } else {
                ChangeReport.write(found.get(), language(), console().out());
            }
        }
        draw(ofTheResult(), language(), console().err());
        return hasErrors(problems()) ? Exit.ERRORS : Exit.FINE;
    }

    private Optional<Comparison> compare(SourceFiles files) throws IOException {
        Optional<Folder> folder = folder(files);
        Optional<Folder> old = oldData.isPresent() ? Optional.of(named(oldData.get())) : folder;
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(files.sources());
        problems().addAll(compiled.problems());
        if (compiled.value().isEmpty()) {
            return Optional.empty();
        }
        KpiProgram program = compiled.value().get();
        Facts facts = facts(program, folder);
        Facts before = oldData.isPresent() ? facts(program, old) : facts;
        Optional<ReportingPeriod> period = asked(program).or(() -> latest(program, facts));
        if (period.isEmpty()) {
            problems().add(noPeriod());
            return Optional.empty();
        }
        Evaluation evaluation = Evaluation.of(period.get()).explain(Evaluation.Detail.NONE);
        Evaluation first = day(program, asOf()).map(evaluation::knownOn).orElse(evaluation);
        Evaluation second = day(program, to).map(evaluation::knownOn).orElse(evaluation);
        return Optional.of(program.compare(before, first, facts, second));
    }
}
