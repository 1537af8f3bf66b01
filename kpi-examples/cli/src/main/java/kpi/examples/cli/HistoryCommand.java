package kpi.examples.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.report.HistoryReport;
import kpi.result.KpiHistory;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kpi history}: KPIs over their periods, each by the version in force, with the change from the year before. */
@Command(name = "history")
final class HistoryCommand extends DataCommand {
    /** How many periods are shown where nobody says from when. */
    private static final int USUAL_PERIODS = 5;

    /** The table says itself which figures are missing. */
    private static final String SHOWN_BY_THE_TABLE = "missing-figure";

    @Option(names = "--kpi", paramLabel = "ID", required = true, descriptionKey = "history.kpi")
    private List<String> chosen = List.of();

    @Option(names = "--from", paramLabel = "P", descriptionKey = "history.from")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "P", descriptionKey = "history.to")
    private Optional<String> to = Optional.empty();

    @Option(names = "--format", paramLabel = "table|json|csv", descriptionKey = "history.format")
    private Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON,
        CSV
    }

    HistoryCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        SourceFiles files = SourceFiles.of(paths());
        problems().addAll(files.problems());
        List<KpiHistory> histories = files.sources().isEmpty() ? List.of() : histories(files);
        for (KpiHistory history : histories) {
            history.problems().stream()
                    .filter(problem -> !problems().contains(problem))
                    .forEach(problems()::add);
        }
        switch (format) {
            case TABLE -> HistoryReport.write(histories, language(), console().out());
            case CSV -> {
                if (!histories.isEmpty()) {
                    HistoryReport.writeCsv(histories, language(), console().out());
                }
            }
            case JSON -> {
                HistoryReport.writeJson(
                        histories, problems(), language(), console().out());
                console().out().append('\n');
            }
        }
        if (format != Format.JSON) {
            List<Problem> unsaid = ofTheResult().stream()
                    .filter(problem -> !problem.code().equals(SHOWN_BY_THE_TABLE))
                    .toList();
            draw(unsaid, language(), console().err());
        }
        return hasErrors(problems()) ? Exit.ERRORS : Exit.FINE;
    }

    private List<KpiHistory> histories(SourceFiles files) throws IOException {
        Optional<Folder> folder = folder(files);
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(files.sources());
        problems().addAll(compiled.problems());
        if (compiled.value().isEmpty()) {
            return List.of();
        }
        KpiProgram program = compiled.value().get();
        List<String> ids = known(chosen, program);
        Optional<ReportingPeriod> first = period(program, from);
        Optional<ReportingPeriod> asked = period(program, to);
        Optional<LocalDate> day = day(program, asOf());
        Facts facts = facts(program, folder);
        Optional<ReportingPeriod> last = asked.or(() -> latest(program, facts));
        if (last.isEmpty()) {
            problems().add(noPeriod());
            return List.of();
        }
        ReportingPeriod start = first.orElseGet(() -> last.get().plus(1 - USUAL_PERIODS));
        Evaluation evaluation = Evaluation.of(last.get()).explain(Evaluation.Detail.NONE);
        Evaluation known = day.map(evaluation::knownOn).orElse(evaluation);
        List<KpiHistory> histories = new ArrayList<>();
        try {
            for (String id : ids) {
                histories.add(program.history(id, start, facts, known));
            }
        } catch (KpiUsageException notSuccessive) {
            throw wrongUsage("usage.periods", start.code(), last.get().code());
        }
        return histories;
    }
}
