package kpi.examples.grouph;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kpi.data.TableSchema;
import kpi.data.csv.CsvTables;
import kpi.data.csv.InputsCsv;
import kpi.data.csv.RatingsCsv;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.report.TableReport;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/**
 * Taipei's Group H scorecard of 109 (2020), computed by a host of its own: compile the text, bring the facts, evaluate,
 * read the figures.
 *
 * <p>Run with the folder of the KPI text and its data as the argument; it prints the table in Traditional Chinese.
 */
public final class GroupH {
    private static final CsvTables.Format FORMAT = CsvTables.Format.declared().rocDates();

    private GroupH() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "kpi-examples/group-h" : arguments[0]);
        KpiProgram program = program(folder);
        ScorecardResult result = program.evaluate(
                facts(program, folder), Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS));
        try (Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) {
            TableReport.write(result, Language.ZH_TW, out);
        }
    }

    /** The rules of the folder's {@code group-h.kpi}. */
    static KpiProgram program(Path folder) {
        return KpiCompiler.standard()
                .compile(Source.read(folder.resolve("group-h.kpi"), StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** The data beside the rules: inputs and reported actuals, judged scores, and a file for each dataset. */
    static Facts facts(KpiProgram program, Path folder) {
        Facts.Builder facts = program.facts()
                .addInputs(InputsCsv.read(folder.resolve("inputs.csv"), FORMAT).orElseThrow())
                .addRatings(
                        RatingsCsv.read(folder.resolve("ratings.csv"), FORMAT).orElseThrow());
        for (TableSchema table : program.schema().tables()) {
            String file = program.schema().files(table.name()).get(0);
            facts.table(table.name(), CsvTables.of(folder.resolve(file), FORMAT));
        }
        return facts.build().orElseThrow();
    }
}
