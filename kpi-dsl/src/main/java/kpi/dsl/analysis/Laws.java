package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.LawForm;
import kpi.dsl.syntax.LawForm.LawChange;
import kpi.dsl.syntax.LawForm.LawName;
import kpi.dsl.syntax.MeasureWord;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.LawRule;
import kpi.model.Unworked;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Laws (檢核), typed like everything else: an unknown name or a bound in another unit is told before anything is tested. */
final class Laws {
    private static final Set<String> LAW = Set.of("law", "檢核");

    private final KpiAnalysis kpi;
    private final Reporter reporter;
    private final List<LawRule> laws = new ArrayList<>();
    private final List<Unworked> untried = new ArrayList<>();

    Laws(KpiAnalysis kpi, Reporter reporter) {
        this.kpi = kpi;
        this.reporter = reporter;
    }

    /** Those that can be tried. */
    List<LawRule> laws() {
        return laws;
    }

    /** Those that could not be understood. */
    List<Unworked> untried() {
        return untried;
    }

    /** The laws of a KPI that could not be understood, those that could not be read among them. */
    static List<Unworked> ofBroken(List<KpiClause> clauses, Function<Span, Problem> why) {
        List<Unworked> untried = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.LawClause law) {
                law.laws().forEach(form -> untried.add(Unworked.law(form.span(), why.apply(form.span()))));
            } else if (clause instanceof KpiClause.BrokenClause broken && LAW.contains(broken.word())) {
                Span span = broken.span();
                int from = Math.min(span.start() + broken.word().length(), span.end());
                Unworked law = Unworked.law(span.source().span(from, span.end()), why.apply(span));
                untried.add(new Unworked(law.text(), span, law.why()));
            } else if (clause instanceof KpiClause.VersionClause version) {
                untried.addAll(ofBroken(version.clauses(), why));
            }
        }
        return untried;
    }

    /** The laws of a KPI; each that is not understood is kept apart with what is wrong with it. */
    void read(List<KpiClause> clauses, List<KpiAnalysis.Read> versions) {
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.LawClause law) {
                law.laws().forEach(form -> one(form, versions.get(0)));
            } else if (clause instanceof KpiClause.VersionClause version) {
                Optional<ReportingPeriod> from = kpi.series(new Reporter()).period(version.from());
                KpiAnalysis.Read read = versions.stream()
                        .filter(each -> each.version().from().equals(from))
                        .findFirst()
                        .orElse(versions.get(0));
                version.clauses().stream()
                        .filter(KpiClause.LawClause.class::isInstance)
                        .map(KpiClause.LawClause.class::cast)
                        .flatMap(law -> law.laws().stream())
                        .forEach(form -> one(form, read));
            }
        }
    }

    private void one(LawForm form, KpiAnalysis.Read read) {
        int before = reporter.count();
        Optional<LawRule> law = read(form, read);
        Optional<Problem> wrong = reporter.firstError(before);
        if (wrong.isPresent()) {
            untried.add(Unworked.law(form.span(), wrong.get()));
        } else {
            law.ifPresent(laws::add);
        }
    }

    private Optional<LawRule> read(LawForm form, KpiAnalysis.Read read) {
        MeasureWord what = form instanceof LawForm.Within bounded ? bounded.what() : ((LawForm.When) form).what();
        Optional<Facet> of = facet(what, form.span(), read);
        Optional<LawRule.Claim> claim =
                form instanceof LawForm.Within within ? within(within, read) : when((LawForm.When) form, read);
        return of.flatMap(facet ->
                claim.map(says -> new LawRule(form.span(), read.version().from(), facet, says)));
    }

    private Optional<Facet> facet(MeasureWord what, Span span, KpiAnalysis.Read read) {
        if (what == MeasureWord.ACTUAL) {
            return Optional.of(Facet.ACTUAL);
        }
        if (what == MeasureWord.ATTAINMENT && read.version().attainment().isPresent()) {
            return Optional.of(Facet.ATTAINMENT);
        }
        refuse(
                span,
                what == MeasureWord.ATTAINMENT
                        ? new LocalText("指標未訂目標達成度", "the KPI states no attainment")
                        : new LocalText("只能檢核實際值或目標達成度", "laws are about the actual or the attainment"));
        return Optional.empty();
    }

    private void refuse(Span span, LocalText reason) {
        reporter.report(Problem.of(AnalysisCode.LAW_OF, span)
                .with("text", span.text().replaceAll("\\s+", " "))
                .with("reason", reason));
    }

    // ---- bounds -----------------------------------------------------------------------------------------------

    private Optional<LawRule.Claim> within(LawForm.Within form, KpiAnalysis.Read read) {
        KpiUnit unit = form.what() == MeasureWord.ATTAINMENT
                ? Units.PERCENT
                : read.version().unit();
        Optional<Quantity> least = form.least().flatMap(figure -> figure(figure, unit));
        Optional<Quantity> most = form.most().flatMap(figure -> figure(figure, unit));
        if (least.isPresent() != form.least().isPresent()
                || most.isPresent() != form.most().isPresent()) {
            return Optional.empty();
        }
        boolean crossed = least.isPresent()
                && most.isPresent()
                && least.get().canonical().compareTo(most.get().canonical()) > 0;
        if (crossed) {
            Figure first = form.least().orElseThrow();
            Figure second = form.most().orElseThrow();
            Span both = first.span()
                    .source()
                    .span(first.span().start(), second.span().end());
            String between = first.span()
                    .source()
                    .text()
                    .substring(first.span().end(), second.span().start());
            reporter.report(Problem.of(AnalysisCode.LAW_OF, both)
                    .with("text", first.text() + " – " + second.text())
                    .with("reason", new LocalText("下限大於上限", "the lower bound is above the upper one"))
                    .edit(both, second.text() + between + first.text()));
            return Optional.empty();
        }
        return Optional.of(new LawRule.Within(least, most));
    }

    private Optional<Quantity> figure(Figure figure, KpiUnit unit) {
        return kpi.world()
                .literals()
                .figure(figure.span(), figure.text(), unit, reporter)
                .map(PrintedQuantity::quantity);
    }

    // ---- changes ----------------------------------------------------------------------------------------------

    private Optional<LawRule.Claim> when(LawForm.When form, KpiAnalysis.Read read) {
        Optional<LawRule.Change> change = change(form.change(), read);
        LawRule.Verdict verdict = switch (form.claim()) {
            case NEVER_FALLS -> LawRule.Verdict.NEVER_FALLS;
            case NEVER_RISES -> LawRule.Verdict.NEVER_RISES;
            case UNCHANGED -> LawRule.Verdict.UNCHANGED;
        };
        boolean ordered = form.change() instanceof LawChange.Rise || form.change() instanceof LawChange.AddRow;
        if (verdict != LawRule.Verdict.UNCHANGED && !ordered) {
            unchangedOnly(form);
            return Optional.empty();
        }
        return change.map(happens -> new LawRule.When(verdict, happens));
    }

    private void unchangedOnly(LawForm.When form) {
        String said = form.claimed().text();
        boolean attainment = form.what() == MeasureWord.ATTAINMENT;
        boolean chinese = Character.isIdeographic(said.codePointAt(0));
        String unchanged = chinese
                ? (attainment ? "目標達成度不變" : "實際值不變")
                : (attainment ? "attainment unchanged" : "actual unchanged");
        reporter.report(Problem.of(AnalysisCode.LAW_CLAIM, form.claimed())
                .with("claim", said.replaceAll("\\s+", " "))
                .with("change", form.change().span().text().replaceAll("\\s+", " "))
                .edit(form.claimed(), unchanged));
    }

    private Optional<LawRule.Change> change(LawChange change, KpiAnalysis.Read read) {
        if (change instanceof LawChange.Rise rise) {
            return subjects(rise.names(), read).map(LawRule.Rise::new);
        }
        if (change instanceof LawChange.Scale scale) {
            return subjects(scale.names(), read).map(LawRule.Scale::new);
        }
        if (change instanceof LawChange.Reorder reorder) {
            return table(reorder.table()).map(table -> new LawRule.Reorder(table.name()));
        }
        if (change instanceof LawChange.AddRow add) {
            Givens givens = new Givens(kpi, read, Optional.empty(), reporter);
            return table(add.table())
                    .flatMap(table -> givens.rows(
                                    new Given.GivenRows(add.span(), add.table(), Optional.empty(), 1, add.cells()))
                            .map(row -> new LawRule.AddRow(table.name(), row.cells())));
        }
        return Optional.of(new LawRule.StepsAgain());
    }

    private Optional<TableSchema> table(Id id) {
        Optional<TableSchema> found = Optional.ofNullable(kpi.world().tables().get(CanonicalName.of(id.spelling())));
        if (found.isEmpty()) {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_TABLE, id.span()).with("name", id.spelling());
            List<String> known = kpi.world().tables().values().stream()
                    .map(TableSchema::name)
                    .toList();
            UnknownNames.suggest(problem, id.span(), id.spelling(), known);
            reporter.report(problem);
        }
        return found;
    }

    private Optional<List<LawRule.Subject>> subjects(List<LawName> names, KpiAnalysis.Read read) {
        List<LawRule.Subject> subjects = new ArrayList<>();
        names.forEach(name -> subject(name, read).ifPresent(subjects::add));
        return subjects.size() == names.size() ? Optional.of(subjects) : Optional.empty();
    }

    private Optional<LawRule.Subject> subject(LawName name, KpiAnalysis.Read read) {
        if (name.table().isPresent()) {
            Optional<LawRule.Subject> below = below(name);
            return below.isPresent() ? below : table(name.table().get()).flatMap(table -> column(table, name));
        }
        Optional<InputDefinition> input = read.symbols().input(name.spelling());
        if (input.isPresent()) {
            return Optional.of(new LawRule.OfInput(input.get()));
        }
        Optional<TableSchema> row = read.symbols().around().row();
        if (row.flatMap(table -> table.column(name.spelling())).isPresent()) {
            return column(row.get(), name);
        }
        if (read.symbols().table(name.spelling()).isPresent()) {
            refuse(name.span(), new LocalText("資料表的欄寫成「表.欄」", "a column of a dataset is written “dataset.column”"));
            return Optional.empty();
        }
        Optional<Symbols.KpiSignature> other = other(name.spelling());
        if (other.isPresent()) {
            return reported(other.get(), name.span());
        }
        List<String> known = new ArrayList<>();
        read.version().inputs().forEach(each -> known.add(each.name()));
        row.ifPresent(table -> table.columns().stream()
                .filter(Laws::isNumber)
                .map(ColumnSchema::name)
                .forEach(known::add));
        Problem.Builder problem =
                Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", name.spelling());
        UnknownNames.suggest(problem, name.span(), name.spelling(), known);
        reporter.report(problem);
        return Optional.empty();
    }

    /** A KPI that was read before this one, as all are that it rests on. */
    private Optional<Symbols.KpiSignature> other(String spelling) {
        return Optional.ofNullable(kpi.world().kpis().get(CanonicalName.of(spelling)))
                .filter(found -> !found.versions().isEmpty());
    }

    /** {@code A.x}: an input of another KPI; or a node of a scorecard. */
    private Optional<LawRule.Subject> below(LawName name) {
        String table = name.table().orElseThrow().spelling();
        String inner = name.name().spelling();
        if (kpi.world().tables().containsKey(CanonicalName.of(table))) {
            return Optional.empty();
        }
        Optional<LawRule.Subject> input = other(table)
                .flatMap(found -> found.versions().stream()
                        .flatMap(version -> version.inputs().stream())
                        .filter(each -> CanonicalName.of(each.name()).equals(CanonicalName.of(inner)))
                        .map(each -> (LawRule.Subject) new LawRule.OfInput(each, found.id() + "." + each.name()))
                        .findFirst());
        return input.or(() -> other(table + "." + inner).flatMap(node -> reported(node, name.span())));
    }

    /** The figure of a KPI rises by itself only where people report it. */
    private Optional<LawRule.Subject> reported(Symbols.KpiSignature of, Span span) {
        boolean computed =
                of.versions().stream().anyMatch(version -> version.rule().isComputed());
        if (!computed && of.rows().isEmpty()) {
            return Optional.of(new LawRule.OfReported(of.id()));
        }
        List<String> inputs = of.versions().stream()
                .flatMap(version -> version.inputs().stream())
                .map(input -> of.id() + "." + input.name())
                .distinct()
                .toList();
        String names = String.join("、", inputs);
        refuse(
                span,
                new LocalText(
                        of.id() + " 是算出來的" + (inputs.isEmpty() ? "" : "；請寫其資料項：" + names),
                        of.id() + " is computed" + (inputs.isEmpty() ? "" : "; name an input of it: " + names)));
        return Optional.empty();
    }

    private static boolean isNumber(ColumnSchema column) {
        return column.type() instanceof ColumnType.Number;
    }

    private Optional<LawRule.Subject> column(TableSchema table, LawName name) {
        String spelling = name.name().spelling();
        Optional<ColumnSchema> found = table.column(spelling);
        if (found.filter(Laws::isNumber).isPresent()) {
            return Optional.of(new LawRule.OfColumn(table.name(), found.get().name()));
        }
        if (found.isPresent()) {
            refuse(name.span(), new LocalText("該欄不是數值", "the column holds no numbers"));
            return Optional.empty();
        }
        List<String> numbers = table.columns().stream()
                .filter(Laws::isNumber)
                .map(ColumnSchema::name)
                .toList();
        Problem.Builder problem = Problem.of(
                        AnalysisCode.UNKNOWN_COLUMN, name.name().span())
                .with("name", spelling)
                .with("table", table.name())
                .with(
                        "columns",
                        String.join(
                                "、",
                                table.columns().stream().map(ColumnSchema::name).toList()));
        UnknownNames.suggest(problem, name.name().span(), spelling, numbers);
        reporter.report(problem);
        return Optional.empty();
    }
}
