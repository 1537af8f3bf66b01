package kpi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.model.InputDefinition.Stated;
import kpi.model.KpiVersion;
import kpi.model.Published;
import kpi.model.Step;
import kpi.model.Target;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.score.Candidate.Origin;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/** The actuals and targets that a page may have used: ours first, then ours computed otherwise, then other printed ones. */
final class Candidates {
    /** As many as any official table has periods or pages. */
    private static final int MOST = 40;

    private static final int SHOWN_PLACES = 4;

    private final ReportingPeriod period;
    private final Scored scored;
    private final KpiVersion version;
    private final KpiUnit unit;

    Candidates(ReportingPeriod period, Scored scored, KpiVersion version) {
        this.period = period;
        this.scored = scored;
        this.version = version;
        this.unit = version.unit();
    }

    /** Our actual, if there is one. */
    Optional<Candidate> actual() {
        boolean rounds = version.actualSteps().stream().anyMatch(Step.Round.class::isInstance);
        return Figures.number(scored.actual().value())
                .map(value -> candidate(
                        "實際值",
                        "actual",
                        value,
                        Origin.RULE,
                        rounds && !scored.actual().value().provenance().reported()
                                ? new LocalText("四捨五入後之", "rounded")
                                : new LocalText("", "as it stands")));
    }

    /** Our target, if there is one. */
    Optional<Candidate> target() {
        return Figures.number(scored.target()).map(value -> ofPeriod("目標值", "target", value, period, Origin.RULE));
    }

    /** Actuals; with those that pages printed if a page is named. */
    List<Candidate> actuals(Optional<String> page) {
        List<Candidate> all = new ArrayList<>();
        actual().ifPresent(all::add);
        Optional<Exact> before = Figures.number(scored.actual().before());
        before.ifPresent(value -> all.add(
                candidate("實際值", "actual", value, Origin.OTHER_COMPUTATION, new LocalText("未進位之", "before rounding"))));
        before.flatMap(this::truncated)
                .ifPresent(value -> all.add(candidate(
                        "實際值", "actual", value, Origin.OTHER_COMPUTATION, new LocalText("無條件捨去之", "truncated"))));
        scored.actual()
                .formula()
                .flatMap(Figures::number)
                .ifPresent(value -> all.add(candidate(
                        "實際值", "actual", value, Origin.OTHER_COMPUTATION, new LocalText("依公式計算之", "by the formula"))));
        page.ifPresent(own -> all.addAll(printed(Published.What.ACTUAL, own)));
        all.addAll(stated());
        return distinct(all);
    }

    /** Targets; with those that pages printed if a page is named. */
    List<Candidate> targets(Optional<String> page) {
        List<Candidate> all = new ArrayList<>();
        target().ifPresent(all::add);
        version.targets().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(period))
                .sorted(Map.Entry.comparingByKey(this::nearest))
                .forEach(entry -> target(entry.getKey(), entry.getValue()).ifPresent(all::add));
        page.ifPresent(own -> all.addAll(printed(Published.What.TARGET, own)));
        return distinct(all);
    }

    private Optional<Candidate> target(ReportingPeriod other, Target target) {
        return target.figure()
                .map(figure -> ofPeriod("目標值", "target", figure.quantity().canonical(), other, Origin.OTHER_PERIOD));
    }

    /** Years around the evaluated one, nearest first, the later of two equally near ones first. */
    private int nearest(ReportingPeriod first, ReportingPeriod second) {
        int byDistance = Long.compare(distance(first), distance(second));
        return byDistance != 0
                ? byDistance
                : Comparator.<ReportingPeriod>reverseOrder().compare(first, second);
    }

    private long distance(ReportingPeriod other) {
        return Math.abs(other.first().toEpochDay() - period.first().toEpochDay());
    }

    /** Reported actuals of other periods. */
    private List<Candidate> stated() {
        List<Candidate> all = new ArrayList<>();
        version.reported().stream()
                .filter(stated ->
                        stated.period().isPresent() && !stated.period().get().equals(period))
                .filter(stated -> stated.datum().quantity().isPresent())
                .sorted(Comparator.comparing((Stated stated) -> stated.period().orElseThrow(), this::nearest))
                .forEach(stated -> all.add(ofPeriod(
                        "實際值",
                        "actual",
                        stated.datum().quantity().orElseThrow().quantity().canonical(),
                        stated.period().orElseThrow(),
                        Origin.OTHER_PERIOD)));
        return all;
    }

    /** What pages printed for this period; the page of the contradicting figure itself first. */
    private List<Candidate> printed(Published.What what, String page) {
        boolean actual = what == Published.What.ACTUAL;
        return scored.kpi().published().stream()
                .filter(published ->
                        published.what() == what && published.period().equals(period))
                .sorted(Comparator.comparing(published -> !published.page().equals(page)))
                .map(published -> candidate(
                        actual ? "實際值" : "目標值",
                        actual ? "actual" : "target",
                        Printed.of(published.printed(), unit, version.shownIn()).value(),
                        Origin.OTHER_PAGE,
                        new LocalText("「" + published.page() + "」所印之", "printed in " + published.page())))
                .toList();
    }

    /** Cut where the rule rounds. */
    private Optional<Exact> truncated(Exact before) {
        Exact value = before;
        boolean cut = false;
        for (Step step : Truncation.of(version.actualSteps())) {
            if (step instanceof Step.Round round) {
                value = round.rule().apply(value);
                cut |= round.rule().mode() == Rounding.DOWN;
            }
        }
        return cut ? Optional.of(value) : Optional.empty();
    }

    private Candidate ofPeriod(String zh, String en, Exact value, ReportingPeriod of, Origin origin) {
        LocalText year = FindingSearch.year(of);
        LocalText which = new LocalText(year.zh() + "之", "of " + year.en());
        return candidate(zh, en, value, origin, which);
    }

    private Candidate candidate(String zh, String en, Exact value, Origin origin, LocalText which) {
        String number = NumberText.shortest(value.dividedBy(unit.scale()), SHOWN_PLACES);
        String withUnit = number + unit.symbol();
        return new Candidate(
                value,
                number,
                origin,
                new LocalText(which.zh() + zh, "the " + en + " " + which.en()),
                new LocalText(
                        zh + "取" + glued(which.zh()) + withUnit, "the " + en + " " + which.en() + ", " + withUnit));
    }

    /** Han characters and digits stand apart: {@code 取 110 年之 5.4%}. */
    private static String glued(String which) {
        boolean digit = !which.isEmpty() && Character.isDigit(which.charAt(0));
        return (digit ? " " : "") + which + " ";
    }

    /** One candidate for each value: the one named first. */
    private static List<Candidate> distinct(List<Candidate> all) {
        List<Candidate> distinct = new ArrayList<>();
        for (Candidate candidate : all) {
            if (distinct.size() < MOST
                    && distinct.stream().noneMatch(other -> other.value().equals(candidate.value()))) {
                distinct.add(candidate);
            }
        }
        return distinct;
    }
}
