package kpi.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.csv.CsvTables;
import kpi.data.csv.InputsCsv;
import kpi.data.csv.RatingsCsv;
import kpi.data.sheet.SheetTables;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.unit.UnitTable;

/**
 * The data of a program from a folder: {@code inputs.csv}, {@code ratings.csv}, and a file for each dataset, CSV or a
 * spreadsheet. No other file is opened, whatever the text says.
 */
final class DataFolder {
    private static final String CSV = ".csv";
    private static final List<String> ENDINGS_OF_SHEETS = List.of(".ods", ".xlsx");
    private static final String INPUTS = "inputs.csv";
    private static final String RATINGS = "ratings.csv";
    private static final CsvTables.Format FORMAT = CsvTables.Format.declared();

    private final Folder folder;
    private final KpiProgram program;
    private final List<Problem> problems = new ArrayList<>();

    private DataFolder(Folder folder, KpiProgram program) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.program = Objects.requireNonNull(program, "program");
    }

    /** The facts, as far as they could be read, and all problems. */
    static Checked<Facts> read(Folder folder, KpiProgram program) {
        return new DataFolder(folder, program).read();
    }

    private Checked<Facts> read() {
        Facts.Builder facts = program.facts();
        if (folder.has(INPUTS)) {
            Checked<List<InputRow>> inputs = InputsCsv.read(
                    folder.nameOf(INPUTS), () -> folder.open(INPUTS), FORMAT, program.calendar(), UnitTable.standard());
            problems.addAll(inputs.problems());
            inputs.value().ifPresent(facts::addInputs);
        }
        if (folder.has(RATINGS)) {
            Checked<List<Rating>> ratings =
                    RatingsCsv.read(folder.nameOf(RATINGS), () -> folder.open(RATINGS), FORMAT, program.calendar());
            problems.addAll(ratings.problems());
            ratings.value().ifPresent(facts::addRatings);
        }
        for (TableSchema table : program.schema().tables()) {
            List<TableSource> sources = new ArrayList<>();
            files(table.name()).forEach(file -> sources.add(source(file)));
            if (!sources.isEmpty()) {
                facts.table(table.name(), TableSource.joined(sources));
            }
        }
        Checked<Facts> built = facts.build();
        problems.addAll(built.problems());
        return built.value().map(value -> Checked.of(value, problems)).orElseGet(() -> Checked.failed(problems));
    }

    private TableSource source(String file) {
        return ENDINGS_OF_SHEETS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith)
                ? SheetTables.of(folder.nameOf(file), () -> folder.open(file), SheetTables.Format.declared())
                : CsvTables.of(folder.nameOf(file), () -> folder.open(file), FORMAT);
    }

    /** The files of a dataset: those the text names, which must be there, else one of the dataset's name if there is one. */
    private List<String> files(String table) {
        List<String> named = program.schema().files(table);
        List<String> files = named.isEmpty() ? List.of(table + ending(table)) : named;
        for (String file : files) {
            if (!Folder.isPlainName(file)) {
                problems.add(Problem.of(CliCode.FILE_OUTSIDE_FOLDER, Place.cell(table, "", 0, "", ""))
                        .with("table", table)
                        .with("name", file)
                        .build());
                return List.of();
            }
        }
        return named.isEmpty() && !folder.has(files.get(0)) ? List.of() : files;
    }

    /** CSV, or else the first kind of spreadsheet that is there. */
    private String ending(String table) {
        return folder.has(table + CSV)
                ? CSV
                : ENDINGS_OF_SHEETS.stream()
                        .filter(ending -> Folder.isPlainName(table) && folder.has(table + ending))
                        .findFirst()
                        .orElse(CSV);
    }
}
