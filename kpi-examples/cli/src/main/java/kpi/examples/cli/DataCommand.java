package kpi.examples.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that bring data to KPI files: which files, which folder, which KPIs, as known when. */
abstract class DataCommand extends KpiCommand {
    private static final int MAXIMUM_LISTED = 20;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<String> paths = List.of();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "eval.data")
    private Optional<String> data = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "eval.as-of")
    private Optional<String> asOf = Optional.empty();

    private final List<Problem> problems = new ArrayList<>();

    DataCommand(Console console) {
        super(console);
    }

    final List<String> paths() {
        return paths;
    }

    final Optional<String> asOf() {
        return asOf;
    }

    /** The problems that concern the result. */
    final List<Problem> ofTheResult() {
        return TextLints.without(problems);
    }

    /** What is wrong with text and data so far. */
    final List<Problem> problems() {
        return problems;
    }

    final Optional<Folder> folder(SourceFiles files) throws IOException {
        if (data.isPresent()) {
            return Optional.of(named(data.get()));
        }
        if (files.folders().size() > 1) {
            throw wrongUsage("usage.which-folder");
        }
        return files.folders().stream().findFirst();
    }

    final Optional<ReportingPeriod> period(KpiProgram program, Optional<String> written) {
        return written.map(text -> ReportingPeriod.parse(text, program.calendar())
                .value()
                .orElseThrow(() -> wrongUsage("usage.bad-period", text)));
    }

    /** The ids that a command line names, all of which there are. */
    final List<String> known(List<String> chosen, KpiProgram program) {
        List<String> known = program.schema().kpis();
        for (String id : chosen) {
            if (!known.contains(id)) {
                throw Suggestion.nearest(id, known)
                        .map(near -> wrongUsage("usage.unknown-kpi-near", id, near))
                        .orElseGet(() -> wrongUsage("usage.unknown-kpi", id, listed(known)));
            }
        }
        return chosen;
    }

    private static String listed(List<String> ids) {
        String shown = String.join(", ", ids.subList(0, Math.min(ids.size(), MAXIMUM_LISTED)));
        return ids.size() > MAXIMUM_LISTED ? shown + ", …" : shown;
    }

    final Optional<LocalDate> day(KpiProgram program, Optional<String> written) {
        return written.map(text ->
                Dates.parse(text, program.calendar()).value().orElseThrow(() -> wrongUsage("usage.bad-date", text)));
    }

    final Facts facts(KpiProgram program, Optional<Folder> folder) {
        return facts(program, folder, Optional.empty());
    }

    /** With a period, the rows of datasets are read in pieces for it, and are not kept. */
    final Facts facts(KpiProgram program, Optional<Folder> folder, Optional<ReportingPeriod> inPieces) {
        Optional<Checked<Facts>> read = folder.map(named -> DataFolder.read(named, program, inPieces));
        read.ifPresent(checked -> problems.addAll(checked.problems()));
        return read.flatMap(Checked::value)
                .orElseGet(() -> program.facts().build().orElseThrow());
    }

    final Optional<ReportingPeriod> latest(KpiProgram program, Facts facts) {
        Optional<ReportingPeriod> latest = program.latestPeriod(facts);
        latest.ifPresent(found -> problems.add(periodChosen(found, false)));
        return latest;
    }

    /** Nobody named a period, and this is it; rows of other periods may be shown beside it. */
    final Problem periodChosen(ReportingPeriod found, boolean rowsElsewhere) {
        LocalText rows = rowsElsewhere
                ? new LocalText("；逐列、逐組計算的指標，各期的列都列出", ", and KPIs per row or group show the rows of all periods")
                : new LocalText("", "");
        return Problem.of(CliCode.PERIOD_CHOSEN, Place.input(OPTION))
                .with("period", found.display(language()))
                .with("rows", rows)
                .with("code", found.code())
                .build();
    }

    /** The folder of this name. */
    final Folder named(String name) {
        try {
            Folder named = Folder.of(name);
            if (named.isThere()) {
                return named;
            }
        } catch (IOException unspelled) {
            // Told below, like any folder that is not there.
        }
        throw wrongUsage("usage.no-folder", name);
    }

    /** Nobody named a period, and nothing has one. */
    static Problem noPeriod() {
        return Problem.of(CliCode.NO_PERIOD, Place.input(OPTION)).build();
    }
}
