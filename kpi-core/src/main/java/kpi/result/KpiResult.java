package kpi.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.model.Particulars;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;
import kpi.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One KPI in one period: actual, target, attainment, verdict and what belongs to them.
 *
 * <p>Every figure is there, whatever its state: one without a value says why and is never 0. Actual and target are in
 * {@link #unit()}, attainment is in %. Immutable.
 *
 * <pre>{@code
 * KpiResult kpi = result.kpi("HP4.2");
 * kpi.actual().display(Language.ZH_TW);   // 74.33 %（截至109/11/30）
 * kpi.verdict();                          // ATTAINED, NOT_ATTAINED, UNDECIDED or WITHOUT_TARGET
 * }</pre>
 */
public final class KpiResult {
    private final String id;
    private final String name;
    private final ReportingPeriod period;
    private final Optional<ReportingPeriod> versionFrom;
    private final Particulars said;
    private final Optional<String> perspective;
    private final Optional<String> objective;
    private final Optional<String> objectiveName;
    private final Optional<KpiUnit> unit;
    private final Optional<KpiUnit> shownIn;
    private final Figure actual;
    private final Figure target;
    private final Optional<String> targetRelation;
    private final Figure attainmentRaw;
    private final Figure attainment;
    private final Verdict verdict;
    private final Set<Mark> verdictMarks;
    private final Map<String, Figure> dimensions;
    private final Map<String, JudgedScore> judged;
    private final Optional<Growth> growth;
    private final List<Reconciliation> reconciliations;
    private final List<Problem> problems;
    private final Map<String, Value> keys;
    private final Optional<Rank> rank;
    private final boolean graded;
    private final Optional<String> grade;
    private final Optional<Light> light;
    private final Map<String, Figure> definitions;
    private final Optional<Groups> groups;
    private final Optional<RolledUp> rollUp;
    private final Optional<PointLines> points;
    private final Optional<MilestoneProgress> milestones;
    private final Optional<LegalFloor> legalFloor;
    private final Optional<TargetBand> targetBand;
    private final AimDetails aimDetails;

    private KpiResult(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.period = builder.period;
        this.versionFrom = builder.versionFrom;
        this.said = builder.said;
        this.perspective = builder.perspective;
        this.objective = builder.objective;
        this.objectiveName = builder.objectiveName;
        this.unit = Optional.ofNullable(builder.unit);
        this.shownIn = Optional.ofNullable(builder.shownIn);
        this.actual = Objects.requireNonNull(builder.actual, "actual");
        this.target = Objects.requireNonNull(builder.target, "target");
        this.targetRelation = Optional.ofNullable(builder.targetRelation);
        this.attainmentRaw = Objects.requireNonNull(builder.attainmentRaw, "attainmentRaw");
        this.attainment = Objects.requireNonNull(builder.attainment, "attainment");
        this.verdict = builder.verdict;
        this.verdictMarks = Set.copyOf(builder.verdictMarks);
        this.dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.dimensions));
        this.judged = Collections.unmodifiableMap(new LinkedHashMap<>(builder.judged));
        this.growth = Optional.ofNullable(builder.growth);
        this.reconciliations = List.copyOf(builder.reconciliations);
        this.problems = List.copyOf(builder.problems);
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(builder.keys));
        this.rank = builder.rank;
        this.graded = builder.graded;
        this.grade = builder.grade;
        this.light = builder.light;
        this.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.definitions));
        this.groups = Optional.ofNullable(builder.groups);
        this.rollUp = builder.rollUp;
        this.points = builder.points;
        this.milestones = builder.milestones;
        this.legalFloor = builder.legalFloor;
        this.targetBand = builder.targetBand;
        this.aimDetails = builder.aimDetails;
    }

    public static Builder of(String id, String name, ReportingPeriod period) {
        return new Builder(id, name, period);
    }

    public String id() {
        return id;
    }

    /** The name of the version in force in the period. */
    public String name() {
        return name;
    }

    public ReportingPeriod period() {
        return period;
    }

    /** Since when the version in force stands; empty for the first. */
    public Optional<ReportingPeriod> versionFrom() {
        return versionFrom;
    }

    /** Who answers for it (主責局處) in the period. */
    public Optional<String> owner() {
        return said.owner();
    }

    /** The rule it rests on (依據). */
    public Optional<String> authority() {
        return said.authority();
    }

    /** Where its data are from (資料來源); several lines of the text are joined by semicolons. */
    public Optional<String> source() {
        return said.source();
    }

    /** Its formula as documents print it (原文), line by line; never computed. */
    public List<String> printed() {
        return said.printed();
    }

    /** What else is said of it (附註), line by line. */
    public List<String> notes() {
        return said.notes();
    }

    /** The name of its perspective (構面). */
    public Optional<String> perspective() {
        return perspective;
    }

    /** The id of its objective (策略目標). */
    public Optional<String> objective() {
        return objective;
    }

    public Optional<String> objectiveName() {
        return objectiveName;
    }

    /** The unit of its actual and target; empty if the KPI could not be understood. */
    public Optional<KpiUnit> unit() {
        return unit;
    }

    /** The unit documents print, which changes no value: 萬次 for a KPI in 次. */
    public Optional<KpiUnit> shownIn() {
        return shownIn;
    }

    /** The actual (實際值), as its own line rounds it. */
    public Figure actual() {
        return actual;
    }

    /** The target of the period (目標值). */
    public Figure target() {
        return target;
    }

    /** How the actual must stand to the target, as a sign: {@code ≧}. */
    public Optional<String> targetRelation() {
        return targetRelation;
    }

    /** The attainment rounded but never capped; {@link Figure#unrounded()} is the exact ratio. */
    public Figure attainmentRaw() {
        return attainmentRaw;
    }

    /** The attainment (目標達成度) after caps and roundings; {@link Figure#unrounded()} is the exact ratio. */
    public Figure attainment() {
        return attainment;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What the verdict rests on; {@link Mark#ASSERTED} if it was stated, not computed. */
    public Set<Mark> verdictMarks() {
        return verdictMarks.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(verdictMarks);
    }

    /** The scores by the id of the dimension: innovation, challenge, contribution. */
    public Map<String, Figure> dimensions() {
        return dimensions;
    }

    /** How people came to the scores of those dimensions that have a rule for it, by the id of the dimension. */
    public Map<String, JudgedScore> judged() {
        return judged;
    }

    /** The change of the actual from the period before; empty if there is nothing to compare with. */
    public Optional<Growth> growth() {
        return growth;
    }

    /** The printed figures of this period, held against the computed ones. */
    public List<Reconciliation> reconciliations() {
        return reconciliations;
    }

    /** What is to be said about this KPI. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Of one row or group: what tells it apart, by column; empty for a KPI evaluated once. A row of a dataset without keys is
     * told by its number; a key that is missing is left out.
     */
    public Map<String, Value> keys() {
        return keys;
    }

    /** Of one row or group: its place; empty if the KPI has no ranks, or this one is not ranked. */
    public Optional<Rank> rank() {
        return rank;
    }

    /** The light (燈號); empty if the KPI has none, or the figure it goes by has no value. */
    public Optional<Light> light() {
        return light;
    }

    /** The grade (等級); empty if the KPI has none, or the figure it goes by has no value. */
    public Optional<String> grade() {
        return grade;
    }

    /** Whether the text gives it grades, though there may be none in this period for lack of a figure. */
    public boolean isGraded() {
        return graded;
    }

    /** What the names that the KPI defines came to, numbers only, in the order of the text. */
    public Map<String, Figure> definitions() {
        return definitions;
    }

    /** The rows or groups of a KPI evaluated so; its own figures are then not applicable. */
    public Optional<Groups> groups() {
        return groups;
    }

    /** How the children of a node made its actual; empty for a KPI that is no node. */
    public Optional<RolledUp> rollUp() {
        return rollUp;
    }

    /** Its points line by line; empty for a KPI without points, and where another actual was reported in their place. */
    public Optional<PointLines> points() {
        return points;
    }

    /** What is reached of its milestones; empty for a KPI without them, and where a figure is reported instead of a list. */
    public Optional<MilestoneProgress> milestones() {
        return milestones;
    }

    /** The target where it is a band; {@link #target()} then is not applicable, with the band as its reason. */
    public Optional<TargetBand> targetBand() {
        return targetBand;
    }

    /** What is told of the target beside its figure, such as its tolerance. */
    public AimDetails aimDetails() {
        return aimDetails;
    }

    /** What the law asks for at least in the period, and whether it is kept; empty where the text says nothing of it. */
    public Optional<LegalFloor> legalFloor() {
        return legalFloor;
    }

    /** The same without any reference to facts: rows and groups can no longer be explained. */
    public KpiResult detached() {
        return groups.isEmpty()
                ? this
                : new KpiResult(new Builder(this).groups(groups.get().detached()));
    }

    /** The marks of actual, attainment, verdict and a refused growth together. */
    public Set<Mark> marks() {
        EnumSet<Mark> all = EnumSet.noneOf(Mark.class);
        all.addAll(actual.marks());
        all.addAll(attainment.marks());
        all.addAll(verdictMarks);
        growth.filter(change -> change.figure().marks().contains(Mark.NOT_COMPARABLE))
                .ifPresent(refused -> all.add(Mark.NOT_COMPARABLE));
        return all;
    }

    /** For people: the id and the actual. */
    @Override
    public String toString() {
        return id + " " + actual;
    }

    /**
     * The relative change from one period to another.
     *
     * @param from the period compared with
     * @param figure (actual − actual before) / actual before, in %; not applicable across a broken series
     */
    public record Growth(ReportingPeriod from, Figure figure) {
        public Growth {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(figure, "figure");
        }
    }

    /** Collects what a KPI yields. For one thread. */
    public static final class Builder {
        private final String id;
        private final ReportingPeriod period;
        private String name;
        private Optional<ReportingPeriod> versionFrom = Optional.empty();
        private Particulars said = Particulars.NONE;
        private Optional<String> perspective = Optional.empty();
        private Optional<String> objective = Optional.empty();
        private Optional<String> objectiveName = Optional.empty();
        private @Nullable KpiUnit unit;
        private @Nullable KpiUnit shownIn;
        private @Nullable Figure actual;
        private @Nullable Figure target;
        private @Nullable String targetRelation;
        private @Nullable Figure attainmentRaw;
        private @Nullable Figure attainment;
        private Verdict verdict = Verdict.UNDECIDED;
        private Set<Mark> verdictMarks = Set.of();
        private Map<String, Figure> dimensions = Map.of();
        private Map<String, JudgedScore> judged = Map.of();
        private @Nullable Growth growth;
        private List<Reconciliation> reconciliations = List.of();
        private final List<Problem> problems = new ArrayList<>();
        private Map<String, Value> keys = Map.of();
        private Optional<Rank> rank = Optional.empty();
        private boolean graded;
        private Optional<String> grade = Optional.empty();
        private Optional<Light> light = Optional.empty();
        private Map<String, Figure> definitions = Map.of();
        private @Nullable Groups groups;
        private Optional<RolledUp> rollUp = Optional.empty();
        private Optional<PointLines> points = Optional.empty();
        private Optional<MilestoneProgress> milestones = Optional.empty();
        private Optional<LegalFloor> legalFloor = Optional.empty();
        private Optional<TargetBand> targetBand = Optional.empty();
        private AimDetails aimDetails = AimDetails.NONE;

        private Builder(String id, String name, ReportingPeriod period) {
            this.id = Objects.requireNonNull(id, "id");
            this.name = Objects.requireNonNull(name, "name");
            this.period = Objects.requireNonNull(period, "period");
        }

        private Builder(KpiResult of) {
            this(of.id, of.name, of.period);
            versionFrom = of.versionFrom;
            said = of.said;
            perspective = of.perspective;
            objective = of.objective;
            objectiveName = of.objectiveName;
            unit = of.unit.orElse(null);
            shownIn = of.shownIn.orElse(null);
            actual = of.actual;
            target = of.target;
            targetRelation = of.targetRelation.orElse(null);
            attainmentRaw = of.attainmentRaw;
            attainment = of.attainment;
            verdict = of.verdict;
            verdictMarks = of.verdictMarks;
            dimensions = of.dimensions;
            judged = of.judged;
            growth = of.growth.orElse(null);
            reconciliations = of.reconciliations;
            problems.addAll(of.problems);
            keys = of.keys;
            rank = of.rank;
            graded = of.graded;
            grade = of.grade;
            light = of.light;
            definitions = of.definitions;
            groups = of.groups.orElse(null);
            rollUp = of.rollUp;
            points = of.points;
            milestones = of.milestones;
            legalFloor = of.legalFloor;
            targetBand = of.targetBand;
            aimDetails = of.aimDetails;
        }

        public Builder version(Optional<ReportingPeriod> from, String versionName) {
            versionFrom = from;
            name = versionName;
            return this;
        }

        public Builder particulars(Particulars particulars) {
            said = particulars;
            return this;
        }

        public Builder perspective(Optional<String> perspectiveName) {
            perspective = perspectiveName;
            return this;
        }

        public Builder objective(Optional<String> objectiveId, Optional<String> itsName) {
            objective = objectiveId;
            objectiveName = itsName;
            return this;
        }

        public Builder units(KpiUnit own, KpiUnit shown) {
            unit = own;
            shownIn = shown;
            return this;
        }

        public Builder actual(Figure figure) {
            actual = figure;
            return this;
        }

        public Builder target(Figure figure) {
            target = figure;
            return this;
        }

        public Builder targetRelation(String sign) {
            targetRelation = sign;
            return this;
        }

        public Builder attainment(Figure raw, Figure capped) {
            attainmentRaw = raw;
            attainment = capped;
            return this;
        }

        public Builder verdict(Verdict decided, Set<Mark> marks) {
            verdict = decided;
            verdictMarks = marks;
            return this;
        }

        public Builder dimensions(Map<String, Figure> scores) {
            dimensions = scores;
            return this;
        }

        public Builder judged(Map<String, JudgedScore> stages) {
            judged = stages;
            return this;
        }

        public Builder growth(Growth change) {
            growth = change;
            return this;
        }

        public Builder reconciliations(List<Reconciliation> all) {
            reconciliations = all;
            return this;
        }

        public Builder problems(List<Problem> more) {
            problems.addAll(more);
            return this;
        }

        public Builder keys(Map<String, Value> ofRow) {
            keys = ofRow;
            return this;
        }

        public Builder rank(Optional<Rank> place) {
            rank = place;
            return this;
        }

        public Builder light(Optional<Light> shown) {
            light = shown;
            return this;
        }

        /** The grade of a KPI that has grades. */
        public Builder graded(Optional<String> label) {
            graded = true;
            grade = label;
            return this;
        }

        public Builder definitions(Map<String, Figure> figures) {
            definitions = figures;
            return this;
        }

        public Builder groups(Groups rows) {
            groups = rows;
            return this;
        }

        public Builder rollUp(Optional<RolledUp> how) {
            rollUp = how;
            return this;
        }

        public Builder points(Optional<PointLines> lines) {
            points = lines;
            return this;
        }

        public Builder milestones(Optional<MilestoneProgress> progress) {
            milestones = progress;
            return this;
        }

        public Builder targetBand(Optional<TargetBand> band) {
            targetBand = band;
            return this;
        }

        public Builder aimDetails(AimDetails told) {
            aimDetails = told;
            return this;
        }

        public Builder legalFloor(Optional<LegalFloor> floor) {
            legalFloor = floor;
            return this;
        }

        public KpiResult build() {
            return new KpiResult(this);
        }
    }
}
