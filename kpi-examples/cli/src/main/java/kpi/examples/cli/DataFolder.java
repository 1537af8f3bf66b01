package kpi.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.Table;
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
import kpi.run.PiecesState;
import kpi.source.Place;
import kpi.unit.UnitTable;
import kpi.value.ReportingPeriod;

/**
 * The data of a program from a folder: {@code inputs.csv}, {@code ratings.csv}, and a file for each dataset, CSV or a
 * spreadsheet. No other file is opened, whatever the text says.
 */
final class DataFolder {
    private static final String CSV = ".csv";
    private static final List<String> ENDINGS_OF_SHEETS = List.of(".ods", ".xlsx");
    private static final String INPUTS = "inputs.csv";
    private static final String RATINGS = "ratings.csv";
    /** So many rows are in memory at once. */
    private static final int PIECE = 262_144;

    private static final CsvTables.Format FORMAT = CsvTables.Format.declared();

    private final Folder folder;
    private final KpiProgram program;
    private final Optional<ReportingPeriod> inPieces;
    private final List<Problem> problems = new ArrayList<>();

    private DataFolder(Folder folder, KpiProgram program, Optional<ReportingPeriod> inPieces) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.program = Objects.requireNonNull(program, "program");
        this.inPieces = Objects.requireNonNull(inPieces, "inPieces");
    }

    /**
     * The facts, as far as they could be read, and all problems.
     *
     * @param inPieces the period for which the rows of datasets are read in pieces, without being kept; empty if they are kept
     */
    static Checked<Facts> read(Folder folder, KpiProgram program, Optional<ReportingPeriod> inPieces) {
        return new DataFolder(folder, program, inPieces).read();
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
            List<String> files = files(table.name());
            if (!files.isEmpty() && inPieces.isPresent()) {
                pieces(table, files, inPieces.get()).ifPresent(state -> facts.pieces(table.name(), state));
            } else if (!files.isEmpty()) {
                facts.table(
                        table.name(),
                        TableSource.joined(files.stream().map(this::source).toList()));
            }
        }
        Checked<Facts> built = facts.build();
        problems.addAll(built.problems());
        return built.value().map(value -> Checked.of(value, problems)).orElseGet(() -> Checked.failed(problems));
    }

    private TableSource source(String file) {
        return isSheet(file)
                ? SheetTables.of(folder.nameOf(file), () -> folder.open(file), SheetTables.Format.declared())
                : CsvTables.of(folder.nameOf(file), () -> folder.open(file), FORMAT);
    }

    private static boolean isSheet(String file) {
        return ENDINGS_OF_SHEETS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** What is kept of the rows of a dataset; also of the period and the year before, which growth looks at. */
    private Optional<PiecesState> pieces(TableSchema table, List<String> files, ReportingPeriod period) {
        PiecesState state = program.inPieces(table.name(), period, period.previous(), period.yearBefore())
                .nothing();
        for (String file : files) {
            Checked<PiecesState> read = plus(state, table, file);
            problems.addAll(read.problems());
            if (read.value().isEmpty()) {
                return Optional.empty();
            }
            state = read.value().get();
        }
        return Optional.of(state);
    }

    /** A spreadsheet is one piece: its size is limited. */
    private Checked<PiecesState> plus(PiecesState before, TableSchema table, String file) {
        if (!isSheet(file)) {
            return CsvTables.inPieces(
                    folder.nameOf(file), () -> folder.open(file), FORMAT, table, PIECE, before, PiecesState::plus);
        }
        Checked<Table> sheet = source(file).load(table);
        return sheet.value().isPresent()
                ? Checked.of(before.plus(sheet.value().get()), sheet.problems())
                : Checked.failed(sheet.problems());
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
