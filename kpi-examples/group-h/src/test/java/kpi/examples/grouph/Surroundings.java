package kpi.examples.grouph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.report.ChangeReport;
import kpi.report.CsvReport;
import kpi.report.JsonReport;
import kpi.report.PointsCsv;
import kpi.report.ReconciliationReport;
import kpi.report.TableReport;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/** All that is read, computed and written of Group H, as one text: run in JVMs with other surroundings, it is to be the same. */
final class Surroundings {
    private Surroundings() {}

    /** The folder, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        // As bytes: what is printed would be in the charset of the surroundings.
        String here = Locale.getDefault().toLanguageTag() + " "
                + ZoneId.systemDefault().getId();
        System.out.write(here.getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
        Files.write(Path.of(arguments[1]), everything(Path.of(arguments[0])).getBytes(StandardCharsets.UTF_8));
    }

    static String everything(Path folder) throws IOException {
        StringBuilder out = new StringBuilder();
        KpiProgram program = GroupH.program(folder);
        Facts facts = GroupH.facts(program, folder);
        Evaluation earlier = Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.ROWS);
        Evaluation later = Evaluation.of(ReportingPeriod.roc(110)).explain(Evaluation.Detail.STEPS);
        for (Language language : Language.values()) {
            for (Evaluation evaluation : new Evaluation[] {earlier, later}) {
                ScorecardResult result = program.evaluate(facts, evaluation);
                TableReport.write(result, language, out);
                JsonReport.write(result, language, out);
                CsvReport.write(result, language, out);
                PointsCsv.write(result.kpis(), language, out);
                ReconciliationReport.write(result, language, out);
                ReconciliationReport.writeJson(result, language, out);
                result.kpis()
                        .forEach(kpi -> kpi.actual()
                                .explanation()
                                .ifPresent(explanation ->
                                        out.append(explanation.line(language)).append('\n')));
                for (Problem problem : result.problems()) {
                    out.append(problem.draw(language)).append('\n');
                }
            }
            ChangeReport.write(program.compare(facts, earlier, facts, later), language, out);
            for (ExampleResult example : program.runExamples()) {
                out.append(example.kpi()).append(' ').append(example.passed()).append('\n');
            }
            String wrong = "指標 Iı \"I İ ß\" {\n  輸入 數 單位 件\n  公式 數 ＋ 1，234 + log(數) + ٣\n}\n";
            for (Problem problem :
                    KpiCompiler.standard().compile(Source.of("ıİ.kpi", wrong)).problems()) {
                out.append(problem.draw(language)).append('\n');
            }
        }
        String text = Files.readString(folder.resolve("group-h.kpi"), StandardCharsets.UTF_8);
        KpiCompiler.standard()
                .format(Source.of("group-h.kpi", text), Language.EN)
                .value()
                .ifPresent(out::append);
        return out.toString();
    }
}
