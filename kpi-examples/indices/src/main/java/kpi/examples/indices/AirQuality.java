package kpi.examples.indices;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kpi.data.csv.CsvTables;
import kpi.dsl.KpiCompiler;
import kpi.result.Groups;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;

/** The air quality index of every row of a data file, by a host of its own. */
final class AirQuality {
    private AirQuality() {}

    /** The rules of {@code aqi.kpi}. */
    static KpiProgram program(Path folder) {
        return KpiCompiler.standard()
                .compile(Source.read(folder.resolve("aqi.kpi"), StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** The index of each row of a file of measurements. */
    static Groups indices(KpiProgram program, Path measurements) {
        Facts facts = program.facts()
                .table("測值", CsvTables.of(measurements, CsvTables.Format.declared()))
                .build()
                .orElseThrow();
        return program.evaluate("AQI", facts, Evaluation.of(ReportingPeriod.western(2019)))
                .groups()
                .orElseThrow();
    }
}
