package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AttainedRule;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MeasureWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.model.ActualRule;
import kpi.model.Aims;
import kpi.model.AttainmentRule;
import kpi.model.Calculation;
import kpi.model.Definition;
import kpi.model.Direction;
import kpi.model.GradeRule;
import kpi.model.InputDefinition;
import kpi.model.JoinedColumn;
import kpi.model.KpiVersion;
import kpi.model.LightRule;
import kpi.model.Particulars;
import kpi.model.RankRule;
import kpi.model.Scoring;
import kpi.model.StatedActuals;
import kpi.model.Step;
import kpi.model.Target;
import kpi.model.Tolerance;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;

/** One version of a KPI: its clauses, complete with what it inherits, to the typed version. */
final class VersionAnalysis {
    private final String kpi;
    private final Scope scope;
    private final Clauses clauses;
    private final Reporter reporter;
    private final Series series;
    private final KpiUnit unit;
    private final List<InputDefinition> inputs = new ArrayList<>();

    VersionAnalysis(String kpi, Scope scope, Clauses clauses) {
        this.kpi = kpi;
        this.scope = scope;
        this.clauses = clauses;
        this.reporter = scope.reporter();
        this.series = new Series(scope.calendar(), scope.literals(), reporter);
        this.unit = unit(clauses, scope.literals());
    }

    /** The unit line's unit; an unknown word is reported where the whole version is read. */
    static KpiUnit unit(Clauses clauses, Literals literals) {
        return clauses.one(KpiClause.UnitClause.class)
                .flatMap(line -> named(line.unit().text(), literals))
                .or(() -> MilestonesAnalysis.unit(clauses))
                .orElse(Units.NUMBER);
    }

    private static Optional<KpiUnit> named(String word, Literals literals) {
        return switch (word) {
            case "number", "數值" -> Optional.of(Units.NUMBER);
            default -> literals.unit(word);
        };
    }

    KpiUnit unit() {
        return unit;
    }

    List<InputDefinition> inputs() {
        return inputs;
    }

    Optional<KpiVersion> read(
            Optional<ReportingPeriod> from, String name, Optional<KpiVersion.SeriesBreak> seriesBreak) {
        checkUnits();
        scope.symbols().setOwn(kpi, unit);
        declareInputs();
        clashes();
        Policies policies = Policies.of(clauses.all(KpiClause.MissingClause.class), scope.symbols(), reporter);
        scope.symbols().setPolicies(policies);
        AimAnalysis aiming = new AimAnalysis(scope, clauses, unit);
        declareDefines(aiming.tolerance());
        List<Definition> definitions = new Definitions(scope)
                .declare(
                        clauses.all(KpiClause.Definition.class),
                        formulas(),
                        clauses.one(KpiClause.DirectionClause.class),
                        aiming.tolerance());
        scope.symbols().defines().checkValues(true, scope);
        MilestonesAnalysis milestones = new MilestonesAnalysis(scope, clauses, unit);
        List<InputDefinition.Stated> reported = new ArrayList<>();
        Optional<String> replaces = Optional.empty();
        for (KpiClause.ReportedClause clause : clauses.all(KpiClause.ReportedClause.class)) {
            reported.addAll(series.stated(clause.entries(), unit, milestones::reported));
            if (clause.replacesFormula().isPresent()) {
                replaces = clause.replacesFormula().map(Label::text);
            }
        }
        Optional<KpiClause.ReportedFile> file = clauses.one(KpiClause.ReportedFile.class);
        Optional<JoinedColumn> cell = file.flatMap(line -> new ReportedFiles(scope).cell(kpi, line));
        if (file.isPresent() && replaces.isEmpty()) {
            replaces = file.get().replacesFormula().map(Label::text);
        }
        Optional<ActualRule> rule = milestones.rule().or(() -> rule(!reported.isEmpty() || file.isPresent()));
        List<Step> actualSteps = clauses.one(KpiClause.ActualClause.class)
                .map(line -> new Steps(new ExpressionAnalysis(scope)).typed(line.steps(), unit))
                .orElse(List.of());
        Direction direction = aiming.direction();
        Map<ReportingPeriod, Target> targets = aiming.targets(milestones);
        new LevelNames(scope, series, unit)
                .declare(clauses.all(KpiClause.LevelClause.class), clauses.all(KpiClause.BrokenClause.class));
        AttainmentAnalysis methods = new AttainmentAnalysis(
                scope,
                unit,
                direction,
                actualSteps,
                clauses.one(KpiClause.DirectionClause.class),
                clauses.isNearer(KpiClause.DirectionClause.class, KpiClause.AttainmentClause.class));
        Optional<KpiClause.AttainmentClause> written = clauses.one(KpiClause.AttainmentClause.class);
        Optional<AttainmentRule> attainment = written.flatMap(methods::read);
        Optional<kpi.model.AttainedRule> attained = Optional.of(new kpi.model.AttainedRule.MeetsTarget());
        Map<ReportingPeriod, kpi.model.AttainedRule.Asserted> asserted = new LinkedHashMap<>();
        for (KpiClause.AttainedClause clause : clauses.all(KpiClause.AttainedClause.class)) {
            if (clause.rule() instanceof AttainedRule.Asserted said) {
                series.period(said.period())
                        .ifPresent(period -> asserted.put(
                                period,
                                new kpi.model.AttainedRule.Asserted(
                                        said.reason().text(), said.span())));
            } else if (clause.rule() instanceof AttainedRule.WhenAttainment when) {
                attained = condition(when.condition(), attainment);
            } else {
                attained = Optional.of(new kpi.model.AttainedRule.MeetsTarget());
            }
        }
        Optional<RankRule> rank = clauses.one(KpiClause.RankClause.class)
                .flatMap(
                        line -> new RankAnalysis(scope, scope.symbols().kpi(kpi).flatMap(Symbols.KpiSignature::rows))
                                .read(line));
        clauses.one(KpiClause.GradeClause.class)
                .filter(line -> line.by().filter(MeasureWord.ATTAINMENT::equals).isPresent() && written.isEmpty())
                .ifPresent(line -> methods.required(line.span()));
        Grades grades = new Grades(
                scope,
                unit,
                actualSteps,
                attainment.map(AttainmentAnalysis::steps).orElse(List.of()));
        Optional<GradeRule> grade = clauses.one(KpiClause.GradeClause.class).flatMap(grades::read);
        Optional<LightRule> light = clauses.one(KpiClause.LightClause.class)
                .filter(line ->
                        line.isOfTheNode() || written.isPresent() || !clauses.isInherited(KpiClause.LightClause.class))
                .flatMap(line -> {
                    if (!line.isOfTheNode() && written.isEmpty()) {
                        methods.required(line.span());
                        return Optional.empty();
                    }
                    return new Lights(grades, reporter).read(line);
                });
        policies.check(scope.symbols(), columns(), reporter);
        if (rule.isEmpty() || reporter.hasErrors()) {
            return Optional.empty();
        }
        KpiVersion version = new KpiVersion(
                from,
                name,
                seriesBreak,
                particulars(clauses),
                new Calculation(
                        inputs,
                        definitions,
                        rule.get(),
                        actualSteps,
                        unit,
                        shownIn(),
                        new StatedActuals(reported, replaces, cell)),
                new Aims(
                        direction,
                        aiming.byData(),
                        aiming.tolerance(),
                        clauses.isWithoutTarget(),
                        targets,
                        scope.symbols().levels()),
                new Scoring(attainment, attained, asserted, rank, grade, light));
        Bounds.check(version, reporter);
        return reporter.hasErrors() ? Optional.empty() : Optional.of(version);
    }

    /** What the clauses say beside the figures. */
    static Particulars particulars(Clauses clauses) {
        return new Particulars(
                clauses.one(KpiClause.Owner.class).map(line -> line.owner().text()),
                clauses.one(KpiClause.Authority.class)
                        .map(line -> line.authority().text()),
                clauses.all(KpiClause.Source.class).stream()
                        .map(line -> line.text().text())
                        .reduce((first, second) -> first + "; " + second),
                clauses.all(KpiClause.PrintedText.class).stream()
                        .map(line -> line.text().text())
                        .toList(),
                clauses.all(KpiClause.Note.class).stream()
                        .map(line -> line.text().text())
                        .toList());
    }

    /** The cells that formulas may name inside an aggregate, or in the row they stand in. */
    private Set<String> columns() {
        return scope.symbols().tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> CanonicalName.of(column.name()))
                .collect(Collectors.toSet());
    }

    private void checkUnits() {
        clauses.one(KpiClause.UnitClause.class).ifPresent(line -> {
            checkUnit(line.unit());
            line.shownIn().ifPresent(this::checkUnit);
        });
    }

    /** Whether there is a unit to hold the result against: an unknown one was reported, and is told only once. */
    private boolean hasUnit() {
        return clauses.one(KpiClause.UnitClause.class)
                .filter(line -> named(line.unit().text(), scope.literals()).isEmpty())
                .isEmpty();
    }

    private void checkUnit(kpi.dsl.syntax.UnitWord word) {
        if (named(word.text(), scope.literals()).isEmpty()) {
            reporter.report(scope.literals().unknownUnit(word.span(), word.text()));
        }
    }

    /** In a KPI per row or group its columns are names of their own, so nothing else may be called so. */
    private void clashes() {
        clauses.all(KpiClause.Inputs.class).stream()
                .flatMap(line -> line.inputs().stream())
                .map(InputDeclaration::name)
                .forEach(this::clash);
        clauses.all(KpiClause.Definition.class).stream()
                .map(KpiClause.Definition::name)
                .forEach(this::clash);
    }

    private void clash(QualifiedName name) {
        scope.symbols()
                .around()
                .place(name.spelling())
                .ifPresent(column -> reporter.report(Problem.of(AnalysisCode.COLUMN_CLASH, name.span())
                        .with("name", name.spelling())
                        .related(column, "column")));
    }

    private KpiUnit shownIn() {
        return clauses.one(KpiClause.UnitClause.class)
                .flatMap(KpiClause.UnitClause::shownIn)
                .flatMap(word -> named(word.text(), scope.literals()))
                .orElse(unit);
    }

    /** 資料項 A、B 單位 元: the unit behind the last name holds for those before it that have none. */
    private void declareInputs() {
        for (KpiClause.Inputs clause : clauses.all(KpiClause.Inputs.class)) {
            List<InputDeclaration> declared = clause.inputs();
            for (int i = 0; i < declared.size(); i++) {
                declare(declared.get(i), unitOf(declared, i));
            }
        }
    }

    private KpiUnit unitOf(List<InputDeclaration> declared, int index) {
        for (int i = index; i < declared.size(); i++) {
            InputDeclaration input = declared.get(i);
            if (input.unit().isPresent()) {
                Optional<KpiUnit> found = named(input.unit().get().text(), scope.literals());
                if (found.isEmpty() && i == index) {
                    reporter.report(scope.literals()
                            .unknownUnit(
                                    input.unit().get().span(),
                                    input.unit().get().text()));
                }
                return found.orElse(Units.NUMBER);
            }
            if (!input.series().isEmpty()) {
                break;
            }
        }
        return Units.NUMBER;
    }

    private void declare(InputDeclaration input, KpiUnit inputUnit) {
        String name = input.name().spelling();
        Optional<InputDefinition> earlier = scope.symbols().input(name);
        if (earlier.isPresent()) {
            reporter.report(Definitions.duplicate(
                    name, input.name().span(), earlier.get().span()));
            return;
        }
        if (scope.symbols().functions().find(name).isPresent()) {
            reporter.report(
                    Problem.of(AnalysisCode.NAME_OF_A_FUNCTION, input.name().span())
                            .with("name", name));
        }
        for (Label alias : input.aliases()) {
            scope.symbols()
                    .input(alias.text())
                    .ifPresent(
                            other -> reporter.report(Definitions.duplicate(alias.text(), alias.span(), other.span())));
        }
        InputDefinition definition = new InputDefinition(
                kpi,
                name,
                input.aliases().stream().map(Label::text).toList(),
                inputUnit,
                series.stated(input.series(), inputUnit),
                input.name().span());
        inputs.add(definition);
        scope.symbols().add(definition);
    }

    /** The definitions with parameters of the KPI itself, and the direction they may follow. */
    private void declareDefines(Optional<Tolerance> tolerance) {
        Defines defines = scope.symbols().defines();
        for (KpiClause.Define clause : clauses.all(KpiClause.Define.class)) {
            defines.declare(clause.declaration(), scope, Optional.of(scope));
        }
        defines.checkCycles(true, reporter);
        clauses.one(KpiClause.DirectionClause.class)
                .filter(line -> line.when().isEmpty())
                .ifPresent(line ->
                        scope.symbols().direction(new Directions.Rule(line.direction(), tolerance, Optional.empty())));
    }

    private List<Expression> formulas() {
        List<Expression> formulas = new ArrayList<>();
        clauses.one(KpiClause.FormulaClause.class).ifPresent(line -> formulas.add(line.value()));
        clauses.one(KpiClause.PointsClause.class)
                .ifPresent(line -> line.items().forEach(item -> formulas.add(item.amount())));
        return formulas;
    }

    private Optional<ActualRule> rule(boolean isReported) {
        Optional<KpiClause.FormulaClause> formula = clauses.one(KpiClause.FormulaClause.class);
        Optional<KpiClause.PointsClause> points = clauses.one(KpiClause.PointsClause.class);
        if (formula.isPresent() && points.isPresent()) {
            reporter.report(
                    Problem.of(AnalysisCode.FORMULA_AND_POINTS, points.get().span())
                            .related(formula.get().span(), "first-clause"));
            return Optional.empty();
        }
        Optional<KpiClause.RollUpClause> rollUp = clauses.one(KpiClause.RollUpClause.class);
        if (rollUp.isPresent()) {
            return new RollUpAnalysis(scope, unit).read(rollUp.get());
        }
        if (points.isPresent()) {
            return new PointsAnalysis(scope, unit).read(points.get());
        }
        if (formula.isPresent()) {
            ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
            return analysis.analyse(formula.get().value(), unit)
                    .filter(term -> hasUnit())
                    .flatMap(term -> new ResultUnit(analysis.operators(), reporter).fit(term, unit))
                    .map(ActualRule.Formula::new);
        }
        return isReported ? Optional.of(new ActualRule.ReportedOnly()) : Optional.empty();
    }

    private Optional<kpi.model.AttainedRule> condition(Expression condition, Optional<AttainmentRule> attainment) {
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope.scoring(unit));
        return analysis.analyse(condition)
                .filter(analysis.operators()::requireTruth)
                .filter(term -> {
                    boolean circular = AttainmentAnalysis.isCircular(attainment, term);
                    if (circular) {
                        reporter.report(Problem.of(AnalysisCode.YES_NO_CIRCULAR, condition.span()));
                    }
                    return !circular;
                })
                .map(kpi.model.AttainedRule.When::new);
    }
}
