package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kpi.data.ColumnNames;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.function.KpiFunctions;
import kpi.model.Claims;
import kpi.model.KpiHead;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.PublishedColumn;
import kpi.source.Span;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** One KPI with its versions; a KPI with errors stays in the program as broken, with its problems. */
final class KpiAnalysis {
    private final World world;
    private final KpiDeclaration declaration;
    private final List<Problem> unread;
    private final Reporter reporter = new Reporter();
    private final Reporter sideReporter = new Reporter();
    private final Notes notes = new Notes();

    /** What all KPIs of a program share. */
    record World(
            CalendarKind calendar,
            Literals literals,
            KpiFunctions functions,
            Map<String, TableSchema> tables,
            Map<String, Span> columns,
            Map<String, Symbols.KpiSignature> kpis,
            DatedDefines dated,
            Dimensions dimensions) {
        /** The definitions at the beginning of time. */
        Defines defines() {
            return dated.at(Optional.empty());
        }

        /** Where a column is declared, by table and column. */
        Optional<Span> column(String table, String column) {
            return Optional.ofNullable(columns.get(Tables.columnKey(table, column)));
        }
    }

    /** A KPI and the problems of its text. */
    record Analysed(KpiModel model, List<Problem> problems) {}

    KpiAnalysis(World world, KpiDeclaration declaration, List<Problem> unread) {
        this.world = world;
        this.declaration = declaration;
        this.unread = unread;
    }

    Analysed read(Clauses defaults) {
        Clauses own = Clauses.of(declaration.clauses(), reporter);
        Clauses base = own.over(defaults);
        String name =
                declaration.title().map(Label::text).orElse(declaration.id().spelling());
        List<Read> versions = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(
                base, Optional.empty(), name, Optional.empty(), declaration.id().span()));
        Clauses current = base;
        own.one(KpiClause.NotComparable.class)
                .ifPresent(line -> reporter.report(Problem.of(AnalysisCode.CHANGE_WITHOUT_VERSION, line.span())
                        .with("word", line.text())
                        .edit(line.span(), "")));
        for (KpiClause.VersionClause clause : own.all(KpiClause.VersionClause.class)) {
            Clauses changes = Clauses.of(clause.clauses(), reporter);
            refuseOfTheKpi(changes);
            current = changes.over(current);
            Optional<ReportingPeriod> from = series(reporter).period(clause.from());
            if (from.isEmpty()) {
                continue;
            }
            checkOrder(clause, from.get(), stretches);
            Optional<KpiVersion.SeriesBreak> seriesBreak = changes.one(KpiClause.NotComparable.class)
                    .map(line -> new KpiVersion.SeriesBreak(line.text(), Optional.empty(), line.span()));
            stretches.add(new Stretch(
                    current,
                    from,
                    clause.title().map(Label::text).orElse(name),
                    seriesBreak,
                    clause.from().span()));
        }
        for (int i = 0; i < stretches.size(); i++) {
            Optional<ReportingPeriod> end =
                    i + 1 < stretches.size() ? stretches.get(i + 1).from() : Optional.empty();
            versions.addAll(new Validities(this, reporter).read(stretches.get(i), end));
        }
        new UnmeasuredTargets(versions.stream().map(Read::version).toList(), reporter).check();
        boolean broken = reporter.hasErrors() || base.isBroken() || versions.isEmpty() || !unread.isEmpty();
        if (versions.isEmpty() && !reporter.hasErrors() && !base.isBroken() && unread.isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.NO_RULE, declaration.id().span())
                    .with("kpi", declaration.id().spelling()));
        }
        PublishedFigures figures = new PublishedFigures(series(sideReporter), world.literals(), sideReporter);
        Examples examples = new Examples(this, sideReporter);
        Laws laws = new Laws(this, sideReporter);
        Optional<PublishedColumn> publishedColumn = own.one(KpiClause.PublishedColumn.class)
                .flatMap(line -> new PublishedColumns(world, signature(), sideReporter).read(line, declaration));
        versions.forEach(read -> signature().versions().add(read.version()));
        versions.forEach(read -> read.version()
                .definitions()
                .forEach(definition -> signature().definitions().put(CanonicalName.of(definition.name()), definition)));
        own.all(KpiClause.Definition.class).stream()
                .map(line -> CanonicalName.of(line.name().spelling()))
                .filter(defined -> !signature().definitions().containsKey(defined))
                .forEach(signature().unread()::add);
        KpiHead head = new KpiHead(
                declaration.id().spelling(),
                name,
                declaration.aliases().stream().map(Label::text).toList(),
                VersionAnalysis.particulars(base));
        if (!broken) {
            examples.read(declaration.clauses(), versions);
            laws.read(declaration.clauses(), versions);
        }
        Claims claims = broken
                ? ofBroken(declaration.clauses(), this::wrong)
                : new Claims(
                        figures.ofKpi(published(own), versions),
                        publishedColumn,
                        examples.examples(),
                        examples.unworked(),
                        laws.laws(),
                        laws.untried());
        KpiModel model = new KpiModel(
                head,
                per(),
                broken ? List.of() : versions.stream().map(Read::version).toList(),
                claims,
                Stream.concat(unread.stream(), reporter.problems().stream())
                        .distinct()
                        .toList(),
                declaration.id().span());
        List<Problem> problems = new ArrayList<>(reporter.problems());
        problems.addAll(sideReporter.problems());
        return new Analysed(model, problems.stream().distinct().toList());
    }

    /** The examples and laws of clauses that are not read, for a reason. */
    static Claims ofBroken(List<KpiClause> clauses, Function<Span, Problem> why) {
        return Claims.ofBroken(Examples.ofBroken(clauses, why), Laws.ofBroken(clauses, why));
    }

    /** What breaks the KPI: the error in a clause, else the first of its text, else that of what the scorecard says for it. */
    private Problem wrong(Span clause) {
        List<Problem> errors = Stream.concat(unread.stream(), reporter.problems().stream())
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .filter(problem ->
                        problem.place().span().filter(clause::contains).isPresent())
                .findFirst()
                .or(() -> errors.stream().findFirst())
                .orElseGet(
                        () -> Problem.of(AnalysisCode.NO_RULE, declaration.id().span())
                                .with("kpi", declaration.id().spelling())
                                .build());
    }

    /** What pages printed, in whichever version it stands: its own period says of when it is. */
    private List<KpiClause.PublishedClause> published(Clauses own) {
        return Stream.concat(
                        own.all(KpiClause.PublishedClause.class).stream(),
                        own.all(KpiClause.VersionClause.class).stream()
                                .flatMap(version -> version.clauses().stream())
                                .filter(KpiClause.PublishedClause.class::isInstance)
                                .map(KpiClause.PublishedClause.class::cast))
                .toList();
    }

    private Symbols.KpiSignature signature() {
        return Objects.requireNonNull(
                world.kpis().get(CanonicalName.of(declaration.id().spelling())));
    }

    /** How often it is evaluated; once where its rows could not be understood. */
    private Per per() {
        Optional<TableSchema> rows = signature().rows();
        if (declaration.per().isEmpty() || rows.isEmpty()) {
            return Per.ONCE;
        }
        return rowTable()
                .<Per>map(table -> new Per.EachRow(table.name()))
                .orElseGet(() -> new Per.EachGroup(
                        rows.get().columns().stream().map(ColumnSchema::name).toList()));
    }

    /** The table a KPI per row is evaluated at. */
    private Optional<TableSchema> rowTable() {
        return declaration
                .per()
                .filter(kpi.dsl.syntax.Per.EachRow.class::isInstance)
                .flatMap(per -> Optional.ofNullable(world.tables()
                        .get(CanonicalName.of(
                                ((kpi.dsl.syntax.Per.EachRow) per).table().spelling()))));
    }

    private Around around() {
        Map<String, Span> declared = new LinkedHashMap<>();
        Optional<TableSchema> table = rowTable();
        if (table.isPresent()) {
            for (ColumnSchema column : table.get().columns()) {
                world.column(table.get().name(), column.name())
                        .ifPresent(span -> declared.put(ColumnNames.fold(column.name()), span));
            }
            return new Around(table, List.of(), declared);
        }
        Optional<TableSchema> groups = signature().rows();
        if (declaration.per().isEmpty() || groups.isEmpty()) {
            return Around.NOTHING;
        }
        Span head = declaration.per().get().span();
        groups.get().columns().forEach(column -> declared.put(ColumnNames.fold(column.name()), head));
        return new Around(Optional.empty(), groups.get().columns(), declared);
    }

    /** A version with the names its formulas saw. */
    record Read(KpiVersion version, Symbols symbols) {}

    /** What the clauses say from a period on, until they say something else. */
    record Stretch(
            Clauses clauses,
            Optional<ReportingPeriod> from,
            String name,
            Optional<KpiVersion.SeriesBreak> seriesBreak,
            Span span) {}

    /** The names that formulas see at a time. */
    Symbols symbols(Optional<ReportingPeriod> from) {
        Symbols symbols = new Symbols(
                world.functions(), world.tables(), world.kpis(), world.dated().at(from));
        symbols.setDimensions(world.dimensions());
        return symbols;
    }

    Optional<Read> version(
            Clauses clauses,
            Optional<ReportingPeriod> from,
            String name,
            Optional<KpiVersion.SeriesBreak> seriesBreak,
            Symbols symbols) {
        symbols.stand(around());
        Scope scope = new Scope(
                symbols,
                world.literals(),
                world.calendar(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes,
                reporter);
        return new VersionAnalysis(declaration.id().spelling(), scope, clauses)
                .read(from, name, seriesBreak)
                .map(version -> new Read(version, symbols));
    }

    /** What a version cannot say: it would be read and have no effect. */
    private void refuseOfTheKpi(Clauses changes) {
        changes.one(KpiClause.PublishedColumn.class).ifPresent(line -> reporter.report(Clauses.ofTheKpi(line.span())));
        changes.all(KpiClause.VersionClause.class)
                .forEach(inner -> reporter.report(
                        Problem.of(AnalysisCode.VERSION_IN_VERSION, inner.from().span())));
    }

    private void checkOrder(KpiClause.VersionClause clause, ReportingPeriod from, List<Stretch> earlier) {
        boolean later = earlier.stream()
                .flatMap(stretch -> stretch.from().stream())
                .allMatch(other -> other.compareTo(from) < 0);
        if (!later) {
            reporter.report(Problem.of(AnalysisCode.VERSION_ORDER, clause.from().span())
                    .with("period", clause.from().text()));
        }
    }

    Series series(Reporter to) {
        return new Series(world.calendar(), world.literals(), to);
    }

    World world() {
        return world;
    }
}
