package kpi.examples.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.VisibleText;
import kpi.dsl.KpiCompiler;
import kpi.report.CsvReport;
import kpi.report.JsonReport;
import kpi.report.JsonWriter;
import kpi.report.PointsCsv;
import kpi.report.ProblemsJson;
import kpi.report.RowsCsv;
import kpi.report.TableReport;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kpi eval}: a scorecard from text and data. */
@Command(name = "eval")
final class EvalCommand extends PeriodCommand {
    /**
     * Tables and rows say themselves which figures are missing, and a published file has columns that a text need not
     * declare. JSON has them all.
     */
    private static final Set<String> SHOWN_BY_THE_RESULT = Set.of("missing-figure", "undeclared-column");

    @Option(names = "--kpi", paramLabel = "ID", descriptionKey = "eval.kpi")
    private List<String> chosen = List.of();

    @Option(names = "--format", paramLabel = "table|json|csv", descriptionKey = "eval.format")
    private Format format = Format.TABLE;

    @Option(names = "--ranked", descriptionKey = "eval.ranked")
    private boolean ranked;

    @Option(names = "--points", descriptionKey = "eval.points")
    private boolean points;

    @Option(names = "--in-pieces", descriptionKey = "eval.in-pieces")
    private boolean inPieces;

    enum Format {
        TABLE,
        JSON,
        CSV
    }

    EvalCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        if (ranked && (format != Format.CSV || chosen.size() != 1)) {
            throw wrongUsage("usage.ranked");
        }
        if (points && (format != Format.CSV || ranked)) {
            throw wrongUsage("usage.points");
        }
        SourceFiles files = SourceFiles.of(paths());
        problems().addAll(files.problems());
        if (files.sources().isEmpty()) {
            return nothing();
        }
        Optional<Folder> folder = folder(files);
        try (Progress progress = Progress.of(console(), words())) {
            progress.now("progress.reading");
            Checked<KpiProgram> compiled = KpiCompiler.standard().compile(files.sources());
            problems().addAll(compiled.problems());
            if (compiled.value().isEmpty()) {
                return nothing();
            }
            KpiProgram program = compiled.value().get();
            List<String> ids = known(chosen, program);
            Optional<ReportingPeriod> asked = asked(program);
            Optional<LocalDate> day = day(program, asOf());
            progress.now("progress.data");
            if (inPieces && asked.isEmpty()) {
                throw wrongUsage("usage.in-pieces");
            }
            Facts facts = facts(program, folder, asked.filter(any -> inPieces));
            Optional<ReportingPeriod> latest = asked.isPresent() ? Optional.empty() : program.latestPeriod(facts);
            int told = problems().size();
            Optional<ReportingPeriod> evaluated = asked.or(() -> latest).or(() -> anyPeriod(program, facts, ids));
            if (evaluated.isEmpty()) {
                problems().add(noPeriod());
                return nothing();
            }
            progress.now("progress.evaluating");
            // Unless a period is asked for, every row of a dataset is evaluated in its own.
            Evaluation evaluation =
                    asked.isPresent() ? Evaluation.of(asked.get()) : Evaluation.everyPeriod(evaluated.get());
            ScorecardResult result =
                    program.evaluate(facts, day.map(evaluation::knownOn).orElse(evaluation));
            latest.ifPresent(period -> problems().add(told, periodChosen(period, rowsElsewhere(result, ids, period))));
            result.problems().stream()
                    .filter(problem -> !problems().contains(problem))
                    .forEach(problems()::add);
            progress.close();
            write(result, ids);
        }
        return hasErrors(problems()) ? Exit.ERRORS : Exit.FINE;
    }

    /** Rows and groups of data that name no period have the same figures in all. */
    private static Optional<ReportingPeriod> anyPeriod(KpiProgram program, Facts facts, List<String> ids) {
        ReportingPeriod any =
                program.calendar() == CalendarKind.ROC ? ReportingPeriod.roc(100) : ReportingPeriod.western(2000);
        Evaluation quietly = Evaluation.of(any).explain(Evaluation.Detail.NONE);
        boolean inRows = !ids.isEmpty()
                && ids.stream()
                        .allMatch(id ->
                                program.evaluate(id, facts, quietly).groups().isPresent());
        return Optional.of(any).filter(period -> inRows);
    }

    /** Whether rows of other periods are shown, too: each is evaluated in its own unless a period is asked for. */
    private static boolean rowsElsewhere(ScorecardResult result, List<String> ids, ReportingPeriod period) {
        return shown(result, ids).stream()
                .flatMap(kpi -> kpi.groups().stream())
                .flatMap(Groups::stream)
                .anyMatch(row -> !row.period().equals(period));
    }

    private static List<KpiResult> shown(ScorecardResult result, List<String> ids) {
        return ids.isEmpty()
                ? result.kpis()
                : Stream.concat(result.kpis().stream(), result.scores().stream())
                        .filter(kpi -> ids.contains(kpi.id()))
                        .toList();
    }

    private void csv(List<KpiResult> kpis, TextOut out) throws IOException {
        if (points) {
            PointsCsv.write(kpis, language(), out);
        } else if (chosen.size() != 1 || kpis.get(0).groups().isEmpty()) {
            CsvReport.write(kpis, language(), out);
        } else if (ranked) {
            RowsCsv.writeRanked(kpis.get(0), language(), out);
        } else {
            RowsCsv.write(kpis.get(0), language(), out);
        }
    }

    private void write(ScorecardResult result, List<String> ids) throws IOException {
        List<KpiResult> kpis = shown(result, ids);
        TextOut out = console().out();
        switch (format) {
            case TABLE -> {
                TableReport.write(result, kpis, language(), out);
                if (!ids.isEmpty()) {
                    explain(kpis);
                }
            }
            case JSON -> {
                JsonReport.write(result, kpis, problems(), language(), out);
                out.append('\n');
            }
            case CSV ->
                csv(
                        ids.isEmpty()
                                ? Stream.concat(kpis.stream(), result.scores().stream())
                                        .toList()
                                : kpis,
                        out);
        }
        if (format != Format.JSON) {
            List<Problem> unsaid = ofTheResult().stream()
                    .filter(problem -> !SHOWN_BY_THE_RESULT.contains(problem.code()))
                    .toList();
            draw(unsaid, language(), console().err());
        }
    }

    private void explain(List<KpiResult> kpis) {
        for (KpiResult kpi : kpis) {
            kpi.actual()
                    .explanation()
                    .ifPresent(how ->
                            console().out().append('\n').line(VisibleText.of(kpi.id() + "  " + how.line(language()))));
        }
    }

    /** There is nothing to show but what is wrong. */
    private int nothing() throws IOException {
        if (format == Format.JSON) {
            JsonWriter json = new JsonWriter(console().out()).beginObject();
            json.name("scorecard").nothing();
            json.name("name").nothing();
            json.name("period").nothing();
            json.name("knownOn").nothing();
            json.name("kpis").beginArray().endArray();
            json.name("nodes").beginArray().endArray();
            json.name("diagnostics");
            ProblemsJson.write(json, problems(), language());
            json.endObject();
            console().out().append('\n');
        } else {
            draw(problems(), language(), console().err());
        }
        return Exit.ERRORS;
    }
}
