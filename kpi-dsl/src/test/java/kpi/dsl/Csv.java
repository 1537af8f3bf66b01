package kpi.dsl;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.csv.CsvTables;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/** A text with files of data, through the public API as a host uses it. */
final class Csv {
    private final KpiProgram program;
    private final Map<String, String> files = new LinkedHashMap<>();

    private Csv(KpiProgram program) {
        this.program = program;
    }

    static Csv of(String text) {
        return new Csv(KpiCompiler.standard().compile(Source.of("a.kpi", text)).orElseThrow());
    }

    /** A file and its lines. */
    Csv file(String name, String content) {
        files.put(name, content);
        return this;
    }

    Checked<Facts> facts() {
        Facts.Builder facts = program.facts();
        for (TableSchema table : program.schema().tables()) {
            List<String> names = program.schema().files(table.name());
            List<TableSource> sources = new ArrayList<>();
            for (String name : names.isEmpty() ? List.of(table.name() + ".csv") : names) {
                if (files.containsKey(name)) {
                    byte[] bytes = Objects.requireNonNull(files.get(name)).getBytes(StandardCharsets.UTF_8);
                    sources.add(CsvTables.of(name, () -> new ByteArrayInputStream(bytes), CsvTables.Format.declared()));
                }
            }
            if (!sources.isEmpty()) {
                facts.table(table.name(), TableSource.joined(sources));
            }
        }
        return facts.build();
    }

    ScorecardResult evaluate(int year) {
        return program.evaluate(facts().orElseThrow(), Evaluation.of(ReportingPeriod.roc(year)));
    }

    /** What is wrong with the data: codes, each with its place. */
    List<String> problems() {
        return facts().problems().stream()
                .map(problem -> problem.code() + " " + problem.place())
                .toList();
    }

    /** The rows of a KPI: keys, actual or why there is none, marks. */
    static List<String> rows(KpiResult kpi) {
        return kpi.groups().stream()
                .flatMap(Groups::stream)
                .map(row -> String.join(
                                " ",
                                row.keys().values().stream()
                                        .map(key -> key.display(Language.EN))
                                        .toList())
                        + " | " + row.actual().display(Language.EN)
                        + (row.marks().isEmpty() ? "" : " " + row.marks()))
                .toList();
    }
}
