package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** A clause of a KPI: one line, or a line with its block. */
public sealed interface KpiClause extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method per case: a new case does not compile until every visitor knows it. */
    interface Visitor<R> {
        R visitOwner(Owner clause);

        R visitAuthority(Authority clause);

        R visitPrintedText(PrintedText clause);

        R visitNote(Note clause);

        R visitSource(Source clause);

        R visitInputs(Inputs clause);

        R visitTables(Tables clause);

        R visitDefinition(Definition clause);

        R visitDefine(Define clause);

        R visitFormula(FormulaClause clause);

        R visitMissing(MissingClause clause);

        R visitUnit(UnitClause clause);

        R visitActual(ActualClause clause);

        R visitDirection(DirectionClause clause);

        R visitTarget(TargetClause clause);

        R visitLevel(LevelClause clause);

        R visitReported(ReportedClause clause);

        R visitReportedFile(ReportedFile clause);

        R visitAttainment(AttainmentClause clause);

        R visitAttained(AttainedClause clause);

        R visitGrade(GradeClause clause);

        R visitLight(LightClause clause);

        R visitRank(RankClause clause);

        R visitPoints(PointsClause clause);

        R visitMilestones(MilestonesClause clause);

        R visitRollUp(RollUpClause clause);

        R visitPublished(PublishedClause clause);

        R visitPublishedColumn(PublishedColumn clause);

        R visitExample(ExampleClause clause);

        R visitVersion(VersionClause clause);

        R visitNotComparable(NotComparable clause);

        R visitLaw(LawClause clause);

        R visitBroken(BrokenClause clause);
    }

    /** The bureau in charge (主責局處). */
    record Owner(Span span, Label owner) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOwner(this);
        }
    }

    /** The law or plan it rests on (依據). */
    record Authority(Span span, Label authority) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAuthority(this);
        }
    }

    /** The formula as printed (原文): kept, never computed. */
    record PrintedText(Span span, Label text) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPrintedText(this);
        }
    }

    /** A note (附註). */
    record Note(Span span, Label text) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNote(this);
        }
    }

    /** Where its data come from (資料來源). */
    record Source(Span span, Label text) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSource(this);
        }
    }

    /** Data the KPI is computed from (資料項). */
    record Inputs(Span span, List<InputDeclaration> inputs) implements KpiClause {
        public Inputs {
            inputs = List.copyOf(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInputs(this);
        }
    }

    /** Tables declared beside the KPI that uses them (資料表). */
    record Tables(Span span, List<Declaration.DatasetDeclaration> tables) implements KpiClause {
        public Tables {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTables(this);
        }
    }

    /** {@code name = expression}. */
    record Definition(Span span, QualifiedName name, Expression value) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDefinition(this);
        }
    }

    /** A definition with parameters of the KPI's own (定義). */
    record Define(Span span, Declaration.DefineDeclaration declaration) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDefine(this);
        }
    }

    /** The formula (公式); steps on its line are a {@link Expression.Stepped}. */
    record FormulaClause(Span span, Expression value) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFormula(this);
        }
    }

    /** What the formulas do where these names have no value (缺值): {@code missing improvement: leave out}. */
    record MissingClause(Span span, MissingWord kind, List<QualifiedName> names, MissingPolicy policy)
            implements KpiClause {
        public MissingClause {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMissing(this);
        }
    }

    /** The unit, and the one it is printed in: {@code 單位 次，以 萬次 表示}. */
    record UnitClause(Span span, UnitWord unit, Optional<UnitWord> shownIn) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnit(this);
        }
    }

    /**
     * What is done to the formula's value: {@code actual rounded to 2 places}; or which milestone counts, and what is done to its share.
     *
     * @param milestone which milestone counts; empty where the line says nothing of milestones
     */
    record ActualClause(Span span, Optional<MilestoneWord> milestone, List<Step> steps) implements KpiClause {
        public ActualClause {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitActual(this);
        }
    }

    /**
     * Which way is better (方向).
     *
     * @param tolerance how near is near enough, where nearest is best
     * @param when empty where the direction is always the same
     * @param withoutTarget whether the author says that there is no target
     */
    record DirectionClause(
            Span span,
            DirectionWord direction,
            Optional<ToleranceWord> tolerance,
            Optional<When> when,
            boolean withoutTarget)
            implements KpiClause {
        /** The condition for the direction, and the direction otherwise. */
        public record When(Expression condition, DirectionWord otherwise) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDirection(this);
        }
    }

    /** Targets by period (目標值). */
    record TargetClause(Span span, List<TargetEntry> entries) implements KpiClause {
        public TargetClause {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTarget(this);
        }
    }

    /** A figure beside the target (基期值、門檻值…), for all periods or from each period on. */
    record LevelClause(Span span, LevelWord level, List<LevelEntry> entries) implements KpiClause {
        public LevelClause {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLevel(this);
        }
    }

    /** Stated actuals (填報值); the reason if they replace the formula's value. */
    record ReportedClause(Span span, List<Entry> entries, Optional<Label> replacesFormula) implements KpiClause {
        public ReportedClause {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReported(this);
        }
    }

    /** Files that state the actual of each row or group; the reason if they replace the formula's value. */
    record ReportedFile(Span span, List<Label> files, Optional<Label> replacesFormula) implements KpiClause {
        public ReportedFile {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReportedFile(this);
        }
    }

    /** How attainment (目標達成度) is computed. */
    record AttainmentClause(Span span, AttainmentWord method, List<Step> steps, List<AttainmentCase> cases)
            implements KpiClause {
        public AttainmentClause {
            steps = List.copyOf(steps);
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAttainment(this);
        }
    }

    /** When the KPI is attained (達成). */
    record AttainedClause(Span span, AttainedRule rule) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAttained(this);
        }
    }

    /** The lights (燈號) that a figure shows: its attainment or, unless said, its actual. */
    record LightClause(Span span, Optional<MeasureWord> by, List<Lamp> lamps) implements KpiClause {
        public LightClause {
            lamps = List.copyOf(lamps);
        }

        /** A light: its figures, with its colour for a name; its word; its shape. */
        public record Lamp(Band band, Label word, Label shape) {}

        /** In a scorecard: whether it is about the figures of nodes, not about the KPIs below. */
        public boolean isOfTheNode() {
            return by.filter(MeasureWord.ATTAINMENT::equals).isEmpty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLight(this);
        }
    }

    /** The grades (等級) a figure falls into: its attainment or, unless said, its actual. */
    record GradeClause(Span span, Optional<MeasureWord> by, List<Band> bands) implements KpiClause {
        public GradeClause {
            bands = List.copyOf(bands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGrade(this);
        }
    }

    /** Its place (序位) among the rows or groups: which of them count, in which order, and what ties get. */
    record RankClause(
            Span span,
            Optional<MeasureWord> by,
            List<Id> within,
            Optional<Expression> where,
            boolean highestFirst,
            TiesWord ties)
            implements KpiClause {
        public RankClause {
            within = List.copyOf(within);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRank(this);
        }
    }

    /**
     * Base, deductions, additions and allotted points (計分).
     *
     * @param items all lines in the order of the text, those of groups among them
     * @param groups lines that stand together
     * @param gates what must hold
     * @param total the limits of the total
     */
    record PointsClause(
            Span span, List<PointItem> items, List<PointGroup> groups, List<PointGate> gates, List<PointItem.Cap> total)
            implements KpiClause {
        public PointsClause {
            items = List.copyOf(items);
            groups = List.copyOf(groups);
            gates = List.copyOf(gates);
            total = List.copyOf(total);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPoints(this);
        }
    }

    /** Milestones (里程碑) in order, each with the share of the whole that is done by then. */
    record MilestonesClause(Span span, List<Line> lines) implements KpiClause {
        public MilestonesClause {
            lines = List.copyOf(lines);
        }

        /** {@code 70% 開工 "第一期工程開工"}. */
        public record Line(Span span, Figure share, Id name, Optional<Label> text) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMilestones(this);
        }
    }

    /**
     * What a node is of what is below it (彙總), put together from the lines of a scorecard.
     *
     * @param children what is rolled up: KPIs, and nodes by the ids of the KPIs that stand for them
     */
    record RollUpClause(
            Span span,
            NodeRule.RollUp rule,
            Optional<NodeRule.MissingChild> missing,
            Optional<NodeRule.HoldHarmless> harmless,
            Optional<NodeRule.Coverage> coverage,
            List<NodeRule.Gate> gates,
            List<Child> children)
            implements KpiClause {
        public RollUpClause {
            gates = List.copyOf(gates);
            children = List.copyOf(children);
        }

        /** What is rolled up, with its weights. */
        public record Child(Span span, String id, String name, boolean node, List<WeightEntry> weights) {
            public Child {
                weights = List.copyOf(weights);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRollUp(this);
        }
    }

    /** What pages printed (公布值): reconciled, never used. */
    record PublishedClause(Span span, List<PublishedEntry> entries) implements KpiClause, ScorecardItem {
        public PublishedClause {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPublished(this);
        }
    }

    /** The column that holds what was published of each row: {@code published column hdi}. */
    record PublishedColumn(Span span, Id column) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPublishedColumn(this);
        }
    }

    /** An example (範例) with what it assumes and expects. */
    record ExampleClause(
            Span span,
            Optional<Label> title,
            Optional<PeriodWord> period,
            List<Given> givens,
            List<Expectation> expectations)
            implements KpiClause {
        public ExampleClause {
            givens = List.copyOf(givens);
            expectations = List.copyOf(expectations);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExample(this);
        }
    }

    /** What holds from a period on: {@code from 110 "新名稱" { … }}. */
    record VersionClause(Span span, PeriodWord from, Optional<Label> title, List<KpiClause> clauses)
            implements KpiClause {
        public VersionClause {
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitVersion(this);
        }
    }

    /** The formula changed, years before and after do not compare (公式調整，不適用). */
    record NotComparable(Span span, String text) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNotComparable(this);
        }
    }

    /** Laws (檢核): what always holds, in closed forms. */
    record LawClause(Span span, List<LawForm> laws) implements KpiClause {
        public LawClause {
            laws = List.copyOf(laws);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLaw(this);
        }
    }

    /** Could not be read; its problem is reported. The word it began with. */
    record BrokenClause(Span span, String word) implements KpiClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBroken(this);
        }
    }
}
