package kpi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Datum;
import kpi.data.Rating;
import kpi.data.TableSchema;
import kpi.data.Vintage;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Aims;
import kpi.model.Arithmetic;
import kpi.model.Arithmetic.Operator;
import kpi.model.AttainedRule;
import kpi.model.AttainmentRule;
import kpi.model.Bound;
import kpi.model.Calculation;
import kpi.model.CardNode;
import kpi.model.Claims;
import kpi.model.ColumnTerm;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.Direction;
import kpi.model.Example;
import kpi.model.Facet;
import kpi.model.GradeRule;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.KpiHead;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.OwnFigure;
import kpi.model.Particulars;
import kpi.model.Per;
import kpi.model.PointItem;
import kpi.model.Published;
import kpi.model.PublishedColumn;
import kpi.model.RankRule;
import kpi.model.Relation;
import kpi.model.RoundingRule;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.ScorecardModel.StatedTable;
import kpi.model.Scoring;
import kpi.model.StatedActuals;
import kpi.model.Step;
import kpi.model.Target;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.Rounding;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** Builds scorecards for tests, as a compiler would. */
public final class Card {
    public static final ReportingPeriod Y108 = ReportingPeriod.roc(108);
    public static final ReportingPeriod Y109 = ReportingPeriod.roc(109);
    public static final ReportingPeriod Y110 = ReportingPeriod.roc(110);
    public static final Vintage PLAIN = Vintage.none();

    private final List<KpiModel> kpis = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final List<CardNode> perspectives = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private final List<StatedTable> tables = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private List<JudgedDimension> dimensions = List.of();

    public Card kpi(Kpi kpi) {
        return kpi(kpi.build());
    }

    public Card kpi(KpiModel kpi) {
        kpis.add(kpi);
        order.add(kpi.id());
        return this;
    }

    /** A perspective with objectives, each an id, a name and its KPIs. */
    public Card perspective(String name, CardNode... objectives) {
        perspectives.add(new CardNode(CardNode.Kind.PERSPECTIVE, "", name, List.of(objectives), List.of()));
        return this;
    }

    public static CardNode objective(String id, String name, String... kpis) {
        return new CardNode(CardNode.Kind.OBJECTIVE, id, name, List.of(), List.of(kpis));
    }

    public Card published(ReportingPeriod period, String page, Published.What what, String printed) {
        published.add(Card.print(period, page, what, printed, Units.PERCENT));
        return this;
    }

    public Card table(TableSchema schema, StatedTable.Rows... rows) {
        tables.add(new StatedTable(schema, List.of(rows)));
        return this;
    }

    public Card dimensions() {
        dimensions = JudgedDimension.STANDARD;
        return this;
    }

    public Card rating(Rating rating) {
        ratings.add(rating);
        return this;
    }

    public Card ratings(ReportingPeriod period, String kpi, int innovation, int challenge, int contribution) {
        int[] scores = {innovation, challenge, contribution};
        for (int i = 0; i < scores.length; i++) {
            ratings.add(new Rating(
                    kpi,
                    JudgedDimension.STANDARD.get(i).zh(),
                    period,
                    Quantity.of(scores[i], 0, Units.POINTS),
                    "",
                    "",
                    Optional.empty(),
                    "",
                    Place.of(span("評分表"))));
        }
        return this;
    }

    public ScorecardModel model() {
        List<String> placed = perspectives.stream().flatMap(CardNode::allKpis).toList();
        List<String> loose = kpis.stream()
                .map(KpiModel::id)
                .filter(id -> !placed.contains(id))
                .toList();
        CardNode root = new CardNode(CardNode.Kind.SCORECARD, "H", "精實良善治理", perspectives, loose);
        return new ScorecardModel(
                List.of(new ScorecardModel.Card(root, published)),
                CalendarKind.ROC,
                kpis,
                order,
                tables,
                ratings,
                dimensions);
    }

    public KpiProgram program() {
        return KpiProgram.of(model(), List.of(), Limits.standard());
    }

    public static Span span(String text) {
        return Source.of("test.kpi", text).whole();
    }

    public static PrintedQuantity printed(String text, KpiUnit unit) {
        return Quantity.parsePrintedIn(unit, text, UnitTable.standard(), NumberBudget.standard(), Place.of(span(text)))
                .orElseThrow();
    }

    public static Datum datum(String text, KpiUnit unit, Vintage vintage) {
        return Datum.of(printed(text, unit), vintage, Place.of(span(text)));
    }

    public static Stated stated(ReportingPeriod period, String text, KpiUnit unit, Vintage vintage) {
        return new Stated(Optional.of(period), datum(text, unit, vintage));
    }

    public static Published print(
            ReportingPeriod period, String page, Published.What what, String printed, KpiUnit unit) {
        return new Published(period, page, what, Optional.empty(), printed(printed, unit), span(printed));
    }

    public static InputDefinition input(String kpi, String name, KpiUnit unit, Stated... stated) {
        return new InputDefinition(kpi, name, List.of(), unit, List.of(stated), span(name));
    }

    public static Term term(InputDefinition input) {
        return new InputTerm(span(input.name()), input);
    }

    public static Term number(String text, KpiUnit unit) {
        Quantity value = printed(text, unit).quantity();
        return new Constant(span(text), value, Type.measure(unit.dimension()), text);
    }

    /** Left and right combined; the type is what the algebra says. */
    public static Term calc(Term left, Operator operator, Term right) {
        Dimension dimension =
                ((kpi.unit.UnitAlgebra.Outcome.Of) operator.dimension(dimension(left), dimension(right))).dimension();
        String before = left.span().text() + " ";
        Span whole = span(before + operator.sign() + " " + right.span().text());
        Span sign = whole.source()
                .span(before.length(), before.length() + operator.sign().length());
        return new Arithmetic(whole, operator, sign, left, right, Type.measure(dimension));
    }

    private static Dimension dimension(Term term) {
        return ((Type.Measure) term.type()).dimension();
    }

    /** {@code a / b × 100%}. */
    public static Term percentage(Term a, Term b) {
        return calc(calc(a, Operator.DIVIDE, b), Operator.MULTIPLY, number("100%", Units.PERCENT));
    }

    public static Term own(Facet facet, KpiUnit unit) {
        return new OwnFigure(span(facet.name()), facet, Type.measure(unit.dimension()));
    }

    public static Term figure(String kpi, Facet facet, KpiUnit unit) {
        return new KpiFigure(span(kpi), kpi, facet, Type.measure(unit.dimension()));
    }

    public static Term aggregate(Aggregate aggregate, String table, Optional<Term> where, Optional<Term> value) {
        Type type = value.map(Term::type).orElse(Type.measure(Dimension.NUMBER));
        return new Aggregation(span(aggregate + "(" + table + ")"), aggregate, table, where, value, type);
    }

    public static Term column(String table, String column, Type type) {
        return new ColumnTerm(span(column), table, column, type);
    }

    public static Step round(int places, KpiUnit unit) {
        return round(places, unit, Rounding.HALF_UP);
    }

    public static Step round(int places, KpiUnit unit, Rounding mode) {
        return new Step.Round(span("四捨五入至小數" + places + "位"), new RoundingRule.Places(places, unit, mode));
    }

    public static Step atMost(String limit) {
        return new Step.Cap(span("上限 " + limit), Bound.AT_MOST, number(limit, Units.PERCENT));
    }

    /** {@code 實際值 ／ 目標值，上限 100%，四捨五入至小數2位}. */
    public static AttainmentRule cappedRatio(KpiUnit unit) {
        return new AttainmentRule(
                span("實際值／目標值"),
                calc(own(Facet.ACTUAL, unit), Operator.DIVIDE, own(Facet.TARGET, unit)),
                List.of(atMost("100%"), round(2, Units.PERCENT)));
    }

    public static PointItem points(PointItem.Kind kind, String label, Term amount) {
        return new PointItem(
                span(label), kind, label, Optional.empty(), Optional.empty(), Optional.empty(), amount, List.of());
    }

    public static PointItem pointsEach(
            PointItem.Kind kind, String label, String table, Optional<Term> where, Term amount, PointItem.Cap... caps) {
        return new PointItem(
                span(label), kind, label, Optional.of(table), where, Optional.empty(), amount, List.of(caps));
    }

    public static PointItem.Cap eachAtMost(String limit) {
        return new PointItem.Cap(
                span("每案上限 " + limit), PointItem.Scope.EACH, Bound.AT_MOST, number(limit, Units.POINTS));
    }

    /** A KPI with one version, unless more are added. */
    public static Kpi newKpi(String id, String name, KpiUnit unit) {
        return new Kpi(id, name, unit);
    }

    /** Collects a KPI; what is not said is as in the Group H scorecard. */
    public static final class Kpi {
        private final String id;
        private final String name;
        private final KpiUnit unit;
        private KpiUnit shownIn;
        private Optional<String> owner = Optional.empty();
        private Optional<ReportingPeriod> from = Optional.empty();
        private Optional<KpiVersion.SeriesBreak> seriesBreak = Optional.empty();
        private final List<InputDefinition> inputs = new ArrayList<>();
        private ActualRule rule = new ActualRule.ReportedOnly();
        private List<Step> steps;
        private Direction direction = Direction.HIGHER;
        private final Map<ReportingPeriod, Target> targets = new LinkedHashMap<>();
        private final List<Stated> reported = new ArrayList<>();
        private Optional<String> replaces = Optional.empty();
        private Optional<AttainmentRule> attainment;
        private Optional<AttainedRule> attained = Optional.of(new AttainedRule.MeetsTarget());
        private final Map<ReportingPeriod, AttainedRule.Asserted> asserted = new LinkedHashMap<>();
        private final List<Published> published = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<KpiVersion> later = new ArrayList<>();
        private final List<Definition> definitions = new ArrayList<>();
        private Per per = Per.ONCE;
        private Optional<RankRule> rank = Optional.empty();
        private Optional<GradeRule> grade = Optional.empty();
        private Optional<PublishedColumn> publishedColumn = Optional.empty();

        private Kpi(String id, String name, KpiUnit unit) {
            this.id = id;
            this.name = name;
            this.unit = unit;
            this.shownIn = unit;
            this.steps = List.of(round(2, unit));
            this.attainment = Optional.of(cappedRatio(unit));
        }

        public Kpi owner(String office) {
            owner = Optional.of(office);
            return this;
        }

        public Kpi shownIn(KpiUnit printed) {
            shownIn = printed;
            return this;
        }

        public Kpi inputs(InputDefinition... all) {
            inputs.addAll(List.of(all));
            return this;
        }

        public Kpi formula(Term term) {
            rule = new ActualRule.Formula(term);
            return this;
        }

        public Kpi per(Per rows) {
            per = rows;
            return this;
        }

        /** Neither rounded nor held against a target. */
        public Kpi plain() {
            steps = List.of();
            attainment = Optional.empty();
            attained = Optional.empty();
            return this;
        }

        public Kpi define(Definition... names) {
            definitions.addAll(List.of(names));
            return this;
        }

        public Kpi rank(RankRule rule) {
            rank = Optional.of(rule);
            return this;
        }

        public Kpi grade(GradeRule rule) {
            grade = Optional.of(rule);
            return this;
        }

        public Kpi publishedColumn(String table, String column) {
            publishedColumn = Optional.of(new PublishedColumn(span(column), table, column));
            return this;
        }

        public Kpi points(PointItem... items) {
            rule = new ActualRule.Points(span("計分"), List.of(items));
            return this;
        }

        public Kpi steps(Step... all) {
            steps = List.of(all);
            return this;
        }

        public Kpi lower() {
            direction = Direction.LOWER;
            return this;
        }

        public Kpi target(ReportingPeriod period, String figure) {
            return target(period, direction.targetRelation(), figure);
        }

        public Kpi target(ReportingPeriod period, Relation relation, String figure) {
            targets.put(period, new Target(relation, Optional.of(printed(figure, unit)), span(figure)));
            return this;
        }

        public Kpi noTarget(ReportingPeriod period) {
            targets.put(period, new Target(Relation.AT_LEAST, Optional.empty(), span("未載")));
            return this;
        }

        public Kpi reported(ReportingPeriod period, String figure) {
            return reported(period, figure, PLAIN);
        }

        public Kpi reported(ReportingPeriod period, String figure, Vintage vintage) {
            reported.add(stated(period, figure, unit, vintage));
            return this;
        }

        public Kpi replacesFormula(String reason) {
            replaces = Optional.of(reason);
            return this;
        }

        public Kpi attainment(Optional<AttainmentRule> method) {
            attainment = method;
            return this;
        }

        public Kpi attained(Optional<AttainedRule> condition) {
            attained = condition;
            return this;
        }

        public Kpi asserted(ReportingPeriod period, String reason) {
            asserted.put(period, new AttainedRule.Asserted(reason, span(reason)));
            return this;
        }

        public Kpi published(ReportingPeriod period, String page, Published.What what, String figure) {
            KpiUnit printedIn = what == Published.What.ATTAINMENT ? Units.PERCENT : unit;
            boolean borrowed = figure.endsWith("%") && !(unit.dimension() instanceof Dimension.Percent);
            published.add(print(period, page, what, figure, borrowed ? Units.PERCENT : printedIn));
            return this;
        }

        public Kpi example(Example example) {
            examples.add(example);
            return this;
        }

        /** A version of another KPI that follows this one from a period on; the series breaks there. */
        public Kpi then(ReportingPeriod period, String text, Kpi next) {
            next.from = Optional.of(period);
            next.seriesBreak = Optional.of(new KpiVersion.SeriesBreak(text, Optional.empty(), span(text)));
            later.add(next.version());
            return this;
        }

        private KpiVersion version() {
            return new KpiVersion(
                    from,
                    name,
                    seriesBreak,
                    Particulars.of(owner),
                    new Calculation(
                            inputs, definitions, rule, steps, unit, shownIn, new StatedActuals(reported, replaces)),
                    new Aims(direction, targets, List.of()),
                    new Scoring(attainment, attained, asserted, rank, grade, Optional.empty()));
        }

        public KpiModel build() {
            List<KpiVersion> versions = new ArrayList<>(List.of(version()));
            versions.addAll(later);
            return new KpiModel(
                    new KpiHead(id, name, List.of(), Particulars.of(owner)),
                    per,
                    versions,
                    new Claims(published, publishedColumn, examples, List.of(), List.of(), List.of()),
                    List.of(),
                    span("指標 " + id + " \"" + name + "\""));
        }
    }

    /** A KPI whose text could not be understood. */
    public static KpiModel broken(String id, Problem problem) {
        return KpiModel.broken(KpiHead.of(id, id), Per.ONCE, Claims.NONE, List.of(problem), span("指標 " + id));
    }

    /** A number as a test writes it. */
    public static Exact exact(String text) {
        return Exact.of(text);
    }
}
