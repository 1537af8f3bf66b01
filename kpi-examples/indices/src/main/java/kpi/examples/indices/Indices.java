package kpi.examples.indices;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.csv.CsvTables;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * Published indices, row by row: compile the text, bring its tables, evaluate every row in its own period, read the
 * figures.
 *
 * <p>Run with the folder of the texts and their data as the argument; it prints the human development index of each
 * country and year of the sample.
 */
public final class Indices {
    /** Stands for every period where the data name none. */
    private static final ReportingPeriod ANY = ReportingPeriod.western(2000);

    private Indices() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "kpi-examples/indices" : arguments[0]);
        KpiProgram program = program(folder.resolve("hdi.kpi"));
        try (Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) {
            for (KpiResult row : rows(program, facts(program, folder::resolve), "HDI")) {
                String keys = row.keys().values().stream().map(Indices::shown).collect(Collectors.joining("  "));
                out.append(keys)
                        .append("  ")
                        .append(row.actual().display(Language.EN))
                        .append("  ")
                        .append(row.grade().orElse(""))
                        .append('\n');
            }
        }
    }

    private static String shown(Value value) {
        return value.display(Language.EN);
    }

    /** The rules of a text. */
    static KpiProgram program(Path text) {
        return KpiCompiler.standard()
                .compile(Source.read(text, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** The tables of a program, each from the files the text names. */
    static Facts facts(KpiProgram program, Function<String, Path> file) {
        Facts.Builder facts = program.facts();
        for (TableSchema table : program.schema().tables()) {
            List<TableSource> files = new ArrayList<>();
            for (String name : program.schema().files(table.name())) {
                files.add(CsvTables.of(file.apply(name), CsvTables.Format.declared()));
            }
            facts.table(table.name(), TableSource.joined(files));
        }
        return facts.build().orElseThrow();
    }

    /** A KPI at every row, each in its own period. */
    static List<KpiResult> rows(KpiProgram program, Facts facts, String kpi) {
        ReportingPeriod latest = program.latestPeriod(facts).orElse(ANY);
        Evaluation everyRow = Evaluation.everyPeriod(latest).explain(Evaluation.Detail.NONE);
        return program.evaluate(kpi, facts, everyRow).groups().orElseThrow().list();
    }

    /** The keys of a row as a file prints them. */
    static Map<String, String> keys(KpiResult row) {
        return row.keys().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> shown(entry.getValue())));
    }
}
