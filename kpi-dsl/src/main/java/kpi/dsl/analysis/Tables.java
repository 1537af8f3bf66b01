package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnNames;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.DataLimits;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.CalendarWord;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.ColumnTypeWord;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.UnitWord;
import kpi.model.LookUpTable;
import kpi.model.ScorecardModel.StatedTable;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** Datasets: their columns, and the rows the text itself states. */
final class Tables {
    private final CalendarKind calendar;
    private final Literals literals;
    private final Reporter reporter;
    private final Map<String, Declared> tables = new LinkedHashMap<>();
    private final Map<String, Span> columns = new LinkedHashMap<>();
    private final List<StatedTable> reported = new ArrayList<>();

    private record Declared(
            TableSchema schema,
            List<String> files,
            Span span,
            List<StatedTable.Rows> rows,
            Set<String> periods,
            Optional<LookUpTable> lookUp) {}

    Tables(CalendarKind calendar, Literals literals, Reporter reporter) {
        this.calendar = calendar;
        this.literals = literals;
        this.reporter = reporter;
    }

    /** The schemas by canonical name. */
    Map<String, TableSchema> schemas() {
        Map<String, TableSchema> schemas = new LinkedHashMap<>();
        tables.forEach((name, declared) -> schemas.put(name, declared.schema()));
        return schemas;
    }

    /** Where each column is declared, by {@link #columnKey}. */
    Map<String, Span> columns() {
        return columns;
    }

    static String columnKey(String table, String column) {
        return CanonicalName.of(table) + "\n" + ColumnNames.fold(column);
    }

    /** Where a table is declared first. */
    Optional<Span> place(String name) {
        return Optional.ofNullable(tables.get(CanonicalName.of(name))).map(Declared::span);
    }

    List<StatedTable> stated() {
        List<StatedTable> stated = new ArrayList<>();
        tables.values()
                .forEach(declared -> stated.add(
                        new StatedTable(declared.schema(), declared.files(), declared.rows(), declared.lookUp())));
        stated.addAll(reported);
        return stated;
    }

    /** The dataset of reported actuals of a KPI that has its own; of several files of versions the first stands. */
    void reported(KpiDeclaration kpi, Map<String, Symbols.KpiSignature> signatures) {
        Symbols.KpiSignature signature =
                signatures.get(CanonicalName.of(kpi.id().spelling()));
        List<KpiClause.ReportedFile> lines = reportedFiles(kpi.clauses());
        if (signature == null || signature.rows().isEmpty() || lines.isEmpty()) {
            return;
        }
        List<String> files = lines.get(0).files().stream().map(Label::text).toList();
        for (KpiClause.ReportedFile line : lines) {
            if (!line.files().stream().map(Label::text).toList().equals(files)) {
                reporter.report(Problem.of(AnalysisCode.ROWS_STATED_TWICE, line.span())
                        .with("name", kpi.id().spelling())
                        .related(lines.get(0).span(), "first-declared"));
            }
        }
        ReportedFiles.schema(signature.id(), signature.rows().get(), signature.unit())
                .ifPresent(schema -> reported.add(new StatedTable(schema, files, List.of())));
    }

    private static List<KpiClause.ReportedFile> reportedFiles(List<KpiClause> clauses) {
        List<KpiClause.ReportedFile> lines = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.ReportedFile line) {
                lines.add(line);
            } else if (clause instanceof KpiClause.VersionClause version) {
                version.clauses().stream()
                        .filter(KpiClause.ReportedFile.class::isInstance)
                        .map(KpiClause.ReportedFile.class::cast)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** A second declaration with the same columns adds the rows of another period; with others it is a duplicate. */
    void declare(Declaration.DatasetDeclaration declaration) {
        long most = Math.min(
                literals.limits().get(Limit.COLUMNS), DataLimits.standard().columns());
        if (declaration.columns().size() > most) {
            reporter.report(
                    Problem.of(DataCode.TOO_MANY_COLUMNS, declaration.name().span())
                            .with("limit", most));
            return;
        }
        String name = declaration.name().spelling();
        TableSchema schema = schema(declaration);
        Declared earlier = tables.get(CanonicalName.of(name));
        if (earlier != null && !earlier.schema().equals(schema)) {
            reporter.report(Definitions.duplicate(name, declaration.name().span(), earlier.span()));
            return;
        }
        declaration
                .columns()
                .forEach(column -> columns.putIfAbsent(
                        columnKey(name, column.name().spelling()), column.name().span()));
        Declared declared = earlier != null
                ? earlier
                : new Declared(
                        schema,
                        declaration.files().stream().map(Label::text).toList(),
                        declaration.name().span(),
                        new ArrayList<>(),
                        new HashSet<>(),
                        Optional.empty());
        tables.put(CanonicalName.of(name), declared);
        if (!states(declared, declaration)) {
            reporter.report(Problem.of(
                            AnalysisCode.ROWS_STATED_TWICE, declaration.name().span())
                    .with("name", name)
                    .related(declared.span(), "first-declared"));
            return;
        }
        if (!declaration.rows().isEmpty()) {
            rows(declaration, schema).ifPresent(declared.rows()::add);
        }
    }

    /** Whether a declaration adds rows that none before it gave: those of another period, or the first. */
    private static boolean states(Declared declared, Declaration.DatasetDeclaration declaration) {
        List<String> files = declaration.files().stream().map(Label::text).toList();
        String period =
                declaration.period().map(word -> CanonicalName.of(word.text())).orElse("");
        return (files.isEmpty() || files.equals(declared.files()))
                && (declaration.rows().isEmpty() || declared.periods().add(period));
    }

    private TableSchema schema(Declaration.DatasetDeclaration declaration) {
        List<ColumnSchema> columns = new ArrayList<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        for (ColumnDeclaration column : declaration.columns()) {
            if (isNew(column, seen)) {
                columns.add(column(column));
            }
        }
        return new TableSchema(declaration.name().spelling(), columns);
    }

    /** Names and aliases of a dataset's columns are all distinct, and none is blank. */
    private boolean isNew(ColumnDeclaration column, Map<String, Span> seen) {
        Map<String, Span> own = new LinkedHashMap<>();
        own.put(column.name().spelling(), column.name().span());
        column.aliases().forEach(alias -> own.put(alias.text(), alias.span()));
        for (Map.Entry<String, Span> name : own.entrySet()) {
            String folded = ColumnNames.fold(name.getKey());
            if (folded.isBlank()) {
                reporter.report(
                        Problem.of(AnalysisCode.UNUSABLE_NAME, name.getValue()).with("name", name.getKey()));
                return false;
            }
            Span earlier = seen.putIfAbsent(folded, name.getValue());
            if (earlier != null) {
                reporter.report(Definitions.duplicate(name.getKey(), name.getValue(), earlier));
                return false;
            }
        }
        return true;
    }

    /** Rows that only a data file holds. */
    void declare(TableSchema schema, List<String> files, Span span, LookUpTable lookUp) {
        tables.putIfAbsent(
                CanonicalName.of(schema.name()),
                new Declared(schema, files, span, List.of(), new HashSet<>(), Optional.of(lookUp)));
    }

    ColumnSchema column(ColumnDeclaration column) {
        boolean key = column.type() instanceof ColumnTypeWord.NamedType named
                && named.kind() == ColumnTypeWord.NamedType.Kind.KEY;
        return new ColumnSchema(
                column.name().spelling(),
                column.aliases().stream().map(Label::text).toList(),
                type(column.type()),
                column.mayBeMissing(),
                key);
    }

    private ColumnType type(ColumnTypeWord word) {
        if (word instanceof ColumnTypeWord.UnitType unit) {
            return new ColumnType.Number(unit(unit.unit()));
        }
        if (word instanceof ColumnTypeWord.OneOf choice) {
            return choice(choice);
        }
        ColumnTypeWord.NamedType named = (ColumnTypeWord.NamedType) word;
        return switch (named.kind()) {
            case NUMBER, MONTH -> new ColumnType.Number(Units.NUMBER);
            case TEXT, KEY -> new ColumnType.TextType();
            case YES_NO -> new ColumnType.TruthType();
            case DATE -> new ColumnType.DateType(calendar);
            case PERIOD ->
                new ColumnType.PeriodType(named.calendar()
                        .map(years -> years == CalendarWord.ROC ? CalendarKind.ROC : CalendarKind.WESTERN)
                        .orElse(calendar));
        };
    }

    private ColumnType choice(ColumnTypeWord.OneOf choice) {
        Map<String, Label> values = new LinkedHashMap<>();
        for (Label value : choice.values()) {
            Label earlier = value.text().isBlank() ? value : values.putIfAbsent(value.text(), value);
            if (earlier != null) {
                reporter.report(
                        Problem.of(AnalysisCode.UNUSABLE_NAME, value.span()).with("name", value.text()));
            }
        }
        return values.isEmpty() ? new ColumnType.TextType() : new ColumnType.OneOf(List.copyOf(values.keySet()));
    }

    /** In data a word that is no known unit is a label of its own; what cannot be a label is a mistake. */
    private KpiUnit unit(UnitWord word) {
        return literals.unit(word.text())
                .or(() -> literals.units().read(word.text()))
                .orElseGet(() -> {
                    reporter.report(literals.unknownUnit(word.span(), word.text()));
                    return Units.NUMBER;
                });
    }

    private Optional<StatedTable.Rows> rows(Declaration.DatasetDeclaration declaration, TableSchema schema) {
        TableBuilder builder =
                new TableBuilder(schema, declaration.span().source().name());
        for (DataRow row : declaration.rows()) {
            builder.addTexts(
                    row.cells().stream().map(Cell::text).toList(), row.span().line());
        }
        Checked<Table> built = builder.build(true);
        reporter.reportAll(built.problems());
        Optional<ReportingPeriod> period =
                declaration.period().flatMap(word -> new Series(calendar, literals, reporter).period(word));
        return built.value().map(table -> new StatedTable.Rows(period, table));
    }
}
