package kpi.dsl.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.ActualRule;
import kpi.model.InputDefinition;
import kpi.model.InputTerm;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.LevelFigure;
import kpi.model.LevelFigures;
import kpi.model.Relation;
import kpi.model.Target;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * Targets that ask for less than one would expect, and verdicts without a target. A reason behind the figure answers all
 * of them. Only printed figures are compared, and none over a break of the series.
 */
final class Ambition {
    private final KpiModel kpi;
    private final Consumer<Problem> problems;

    /** A target in the version that is in force in its period. */
    private record Stated(KpiVersion version, Target target) {}

    Ambition(KpiModel kpi, Consumer<Problem> problems) {
        this.kpi = kpi;
        this.problems = problems;
    }

    void tell() {
        TreeMap<ReportingPeriod, Stated> targets = new TreeMap<>();
        for (KpiVersion version : kpi.versions()) {
            version.targets().forEach((period, target) -> {
                if (kpi.version(period).filter(version::equals).isPresent()) {
                    targets.put(period, new Stated(version, target));
                }
            });
            version.asserted().forEach((period, asserted) -> {
                Optional<Target> target = Optional.ofNullable(version.targets().get(period));
                boolean aims = target.filter(stated -> stated.figure().isPresent()
                                || stated.computed().isPresent()
                                || stated.band().isPresent())
                        .isPresent();
                if (!aims && kpi.version(period).filter(version::equals).isPresent()) {
                    problems.accept(Problem.of(ReviewCode.ATTAINED_WITHOUT_TARGET, asserted.span())
                            .with("period", shown(period))
                            .build());
                }
            });
        }
        targets.forEach((period, stated) -> {
            if (stated.target().figure().isPresent() && stated.target().reason().isEmpty()) {
                Optional<Stated> before = Optional.ofNullable(targets.lowerEntry(period))
                        .filter(entry -> precedes(entry.getKey(), period))
                        .map(Map.Entry::getValue);
                tell(period, stated, before);
            }
        });
    }

    private void tell(ReportingPeriod period, Stated stated, Optional<Stated> before) {
        PrintedQuantity figure = stated.target().figure().orElseThrow();
        Problem.Builder problem;
        Optional<Target> earlier = before.filter(other -> comparable(stated.version(), other.version()))
                .map(Stated::target)
                .filter(other -> other.figure().isPresent());
        Optional<InputDefinition.Stated> actual = actualBefore(period, stated.version());
        Optional<Exact> reached = actual.flatMap(Ambition::number);
        if (earlier.filter(other ->
                        asksForLess(stated.target(), canonical(other.figure().orElseThrow())))
                .isPresent()) {
            problem = Problem.of(
                            ReviewCode.LOWERED_WITHOUT_REASON, stated.target().span())
                    .with("before", earlier.get().figure().orElseThrow().text())
                    .related(earlier.get().span(), "target-before");
        } else if (reached.filter(value -> asksForLess(stated.target(), value)).isPresent()) {
            Quantity value = Quantity.canonical(reached.get(), stated.version().unit());
            problem = Problem.of(ReviewCode.REGRESSIVE_TARGET, stated.target().span())
                    .with("before", new LocalText(value.display(Language.ZH_TW), value.display(Language.EN)));
            Optional<Span> place = actual.flatMap(found -> found.datum().place().span());
            place.ifPresent(span -> problem.related(span, "actual-before"));
        } else {
            floor(period, stated, figure);
            return;
        }
        problems.accept(problem.with("period", shown(period))
                .with("figure", figure.text())
                .build());
    }

    private void floor(ReportingPeriod period, Stated stated, PrintedQuantity figure) {
        Optional<LevelFigures> floor = stated.version().level(Level.LEGAL_FLOOR);
        Optional<PrintedQuantity> least =
                floor.flatMap(figures -> figures.in(period)).flatMap(LevelFigure::printed);
        boolean atLeast =
                stated.target().relation().filter(Relation.AT_LEAST::equals).isPresent();
        if (atLeast
                && least.filter(law -> canonical(figure).compareTo(canonical(law)) <= 0)
                        .isPresent()) {
            problems.accept(
                    Problem.of(ReviewCode.TARGET_AT_FLOOR, stated.target().span())
                            .with("period", shown(period))
                            .with("figure", figure.text())
                            .with("floor", least.get().text())
                            .related(floor.orElseThrow().span(), "the-floor")
                            .build());
        }
    }

    /** Whether a target is worse than a figure, by what it says about its actual; a target to be hit exactly is neither. */
    private static boolean asksForLess(Target target, Exact other) {
        int order = canonical(target.figure().orElseThrow()).compareTo(other);
        Optional<Relation> relation = target.relation();
        return relation.filter(Relation.AT_LEAST::equals).isPresent() && order < 0
                || relation.filter(Relation.AT_MOST::equals).isPresent() && order > 0;
    }

    private static boolean comparable(KpiVersion later, KpiVersion earlier) {
        return later.equals(earlier)
                || later.seriesBreak().isEmpty()
                        && later.unit().dimension().equals(earlier.unit().dimension());
    }

    private static boolean precedes(ReportingPeriod earlier, ReportingPeriod period) {
        return earlier.compareTo(period) < 0 && earlier.plus(1).equals(period);
    }

    /** What the text itself says the actual of the period before was. */
    private Optional<InputDefinition.Stated> actualBefore(ReportingPeriod period, KpiVersion version) {
        return kpi.versions().stream()
                .filter(other -> comparable(version, other))
                .flatMap(other -> actuals(other)
                        .filter(stated -> stated.period()
                                .filter(earlier -> precedes(earlier, period)
                                        && kpi.version(earlier)
                                                .filter(other::equals)
                                                .isPresent())
                                .isPresent()))
                .findFirst();
    }

    /** Reported ones, and the figures of the one input that is the formula. */
    private static Stream<InputDefinition.Stated> actuals(KpiVersion version) {
        Stream<InputDefinition.Stated> inputs =
                version.rule() instanceof ActualRule.Formula formula && formula.term() instanceof InputTerm input
                        ? input.input().stated().stream()
                        : Stream.empty();
        return Stream.concat(version.reported().stream(), inputs);
    }

    private static Optional<Exact> number(InputDefinition.Stated stated) {
        return stated.datum().quantity().map(Ambition::canonical);
    }

    private static Exact canonical(PrintedQuantity printed) {
        return printed.quantity().canonical();
    }

    private static LocalText shown(ReportingPeriod period) {
        return new LocalText(period.display(Language.ZH_TW), period.display(Language.EN));
    }
}
