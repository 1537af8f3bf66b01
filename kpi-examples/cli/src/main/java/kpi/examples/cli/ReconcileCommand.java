package kpi.examples.cli;

import java.io.IOException;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.dsl.KpiCompiler;
import kpi.report.ReconciliationReport;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kpi reconcile}: the verdict on every published figure of a period. */
@Command(name = "reconcile")
final class ReconcileCommand extends PeriodCommand {
    @Option(names = "--format", paramLabel = "table|json", descriptionKey = "reconcile.format")
    private Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON
    }

    ReconcileCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        SourceFiles files = SourceFiles.of(paths());
        problems().addAll(files.problems());
        Optional<ScorecardResult> result = files.sources().isEmpty() ? Optional.empty() : evaluate(files);
        if (result.isPresent()) {
            if (format == Format.JSON) {
                ReconciliationReport.writeJson(
                        result.get(), language(), console().out());
                console().out().append('\n');
            } else {
                ReconciliationReport.write(result.get(), language(), console().out());
            }
        }
        draw(ofTheResult(), language(), console().err());
        return hasErrors(problems()) ? Exit.ERRORS : Exit.FINE;
    }

    private Optional<ScorecardResult> evaluate(SourceFiles files) throws IOException {
        Optional<Folder> folder = folder(files);
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(files.sources());
        problems().addAll(compiled.problems());
        if (compiled.value().isEmpty()) {
            return Optional.empty();
        }
        KpiProgram program = compiled.value().get();
        Facts facts = facts(program, folder);
        Optional<ReportingPeriod> period = asked(program).or(() -> latest(program, facts));
        if (period.isEmpty()) {
            problems().add(noPeriod());
            return Optional.empty();
        }
        Evaluation evaluation = Evaluation.of(period.get()).explain(Evaluation.Detail.NONE);
        return Optional.of(program.evaluate(
                facts, day(program, asOf()).map(evaluation::knownOn).orElse(evaluation)));
    }
}
