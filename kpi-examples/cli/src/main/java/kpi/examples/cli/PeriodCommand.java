package kpi.examples.cli;

import java.util.Optional;
import kpi.run.KpiProgram;
import kpi.value.ReportingPeriod;
import picocli.CommandLine.Option;

/** A command about one period. */
abstract class PeriodCommand extends DataCommand {
    @Option(names = "--period", paramLabel = "P", descriptionKey = "eval.period")
    private Optional<String> period = Optional.empty();

    PeriodCommand(Console console) {
        super(console);
    }

    final Optional<ReportingPeriod> asked(KpiProgram program) {
        return period(program, period);
    }
}
