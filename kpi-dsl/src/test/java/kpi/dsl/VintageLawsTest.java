package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kpi.data.Rating;
import kpi.data.Vintage;
import kpi.diagnostic.Language;
import kpi.result.Change;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.result.Verdict;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Evaluating as known on a date: with data of several dates, final and provisional, for a period and for all, corrected,
 * withdrawn and equally late, with reported actuals in the place of formulas and with ratings.
 */
class VintageLawsTest {
    private static final String RULES = """
            calendar roc
            scorecard S "s" {
              roll up weighted mean of attainment
              A  60%
              B  40%
              missing child  weight shared in proportion
            }
            kpi A "a" {
              input      x in 人
              formula    x
              unit       人
              direction  higher is better
              target     108: 5   109: 6   110: ≧ mean of last 2 actual
              attainment actual / target, at most 100%
            }
            kpi B "b" {
              input      y in 人
              formula    y + A + previous A
              unit       人
              direction  higher is better
              target     110: 10
              attainment actual / target, at most 100%
            }
            kpi C "c" {
              input      z in 人
              formula    z
              unit       人
              reported   107: 1   replaces the formula "the whole year is known later"
              direction  higher is better, without target
            }
            """;

    private static final String WITH_DATES = """
            kpi D "d" {
              input      w in 人   110: 3
                                   110: 4   as of 110/06/30, provisional
              formula    w + A
              unit       人
              direction  higher is better, without target
            }
            """;

    private static final KpiProgram PROGRAM = program(RULES);

    /** The same with dates in the text. */
    private static final KpiProgram DATED = program(RULES + WITH_DATES);

    private static final LocalDate BEGINNING = LocalDate.of(2021, 1, 1);
    private static final LocalDate OF_THE_TEXT = LocalDate.of(2021, 6, 30);
    private static final int DAYS = 200;

    private static KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("vintages.kpi", text)).orElseThrow();
    }

    /** What a datum may be about. */
    private enum About {
        X,
        Y,
        Z,
        ACTUAL,
        RATING,
        WITHDRAWN
    }

    /**
     * A datum of a host.
     *
     * @param year the period; empty for all of them
     */
    private record Given(About about, Optional<Integer> year, int figure, Vintage vintage) {
        Optional<LocalDate> day() {
            return switch (about) {
                case WITHDRAWN -> Optional.empty();
                case RATING -> vintage.knownOn();
                default -> vintage.knownOn().or(vintage::coversTo);
            };
        }

        boolean knownBy(LocalDate date) {
            return day().map(known -> !known.isAfter(date)).orElse(true);
        }

        void to(Facts.Builder facts) {
            Quantity people = Quantity.of(figure, 0, Units.count("人"));
            ReportingPeriod period = year.map(ReportingPeriod::roc).orElse(ReportingPeriod.roc(110));
            switch (about) {
                case ACTUAL -> facts.actual("C", period, people, vintage);
                case RATING ->
                    facts.addRatings(List.of(new Rating(
                            "A",
                            "innovation",
                            period,
                            Quantity.of(figure, 0, Units.POINTS),
                            "",
                            "",
                            vintage.knownOn(),
                            "",
                            Place.input("test"))));
                case WITHDRAWN -> facts.missing("C", "z", period, Absence.NOT_APPLICABLE, "withdrawn");
                default -> {
                    String name =
                            Map.of(About.X, "x", About.Y, "y", About.Z, "z").get(about);
                    if (year.isPresent()) {
                        facts.input(name, period, people, vintage);
                    } else {
                        facts.input(name, people);
                    }
                }
            }
        }
    }

    /** Of one thing no two data are equally late: a host may not give such. */
    @Provide
    Arbitrary<List<Given>> data() {
        return given().list().ofMaxSize(14).map(VintageLawsTest::distinct);
    }

    /** Figures that nothing withdraws. */
    @Provide
    Arbitrary<List<Given>> figures() {
        return data().map(all ->
                all.stream().filter(one -> one.about() != About.WITHDRAWN).toList());
    }

    private static List<Given> distinct(List<Given> all) {
        Set<List<Object>> seen = new HashSet<>();
        return all.stream()
                .filter(one -> seen.add(List.of(
                        one.about() == About.WITHDRAWN ? About.Z : one.about(),
                        one.year(),
                        one.day(),
                        one.about() != About.WITHDRAWN && one.vintage().provisional())))
                .toList();
    }

    private static Arbitrary<Given> given() {
        Arbitrary<Optional<LocalDate>> day =
                Arbitraries.integers().between(0, DAYS).map(BEGINNING::plusDays).optional(0.7);
        Arbitrary<Vintage> vintage = Combinators.combine(day, day, Arbitraries.of(true, false))
                .as((known, covers, provisional) -> new Vintage(covers, known, "", provisional, ""));
        return Combinators.combine(
                        Arbitraries.of(About.values()),
                        Arbitraries.of(108, 109, 110, 110).optional(0.85),
                        Arbitraries.integers().between(0, 20),
                        vintage)
                .as(Given::new)
                .map(VintageLawsTest::asHostsGiveIt);
    }

    /** Only inputs may lack a period, and they have no date then: they are of the period that is evaluated. */
    private static Given asHostsGiveIt(Given one) {
        if (one.year().isPresent()) {
            return one;
        }
        return isInput(one)
                ? new Given(one.about(), one.year(), one.figure(), Vintage.none())
                : new Given(one.about(), Optional.of(110), one.figure(), one.vintage());
    }

    private static boolean isInput(Given one) {
        return one.about() == About.X || one.about() == About.Y || one.about() == About.Z;
    }

    private static Facts facts(KpiProgram program, List<Given> data) {
        Facts.Builder facts = program.facts();
        data.forEach(one -> one.to(facts));
        return facts.build().orElseThrow();
    }

    private static Evaluation now() {
        return Evaluation.of(ReportingPeriod.roc(110));
    }

    /** All there is to read of a result, but for the date it was asked for. */
    private static String all(ScorecardResult result) {
        StringBuilder json = new StringBuilder();
        result.writeJson(json, Language.EN);
        return json.toString().replaceFirst("\"knownOn\":(null|\"[^\"]*\")", "");
    }

    @Property(tries = 300)
    void asKnownOnTheLastDateIsThePlainEvaluation(@ForAll("data") List<Given> data) {
        Facts facts = facts(DATED, data);
        LocalDate last = Stream.concat(Stream.of(OF_THE_TEXT), data.stream().flatMap(one -> one.day().stream()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        String plain = all(DATED.evaluate(facts, now()));
        assertEquals(plain, all(DATED.evaluate(facts, now().knownOn(last))));
        assertEquals(plain, all(DATED.evaluate(facts, now().knownOn(last.plusYears(100)))));
    }

    /** The model: forget what was learned later, and evaluate plainly. */
    @Property(tries = 300)
    void asKnownOnADateIsThePlainEvaluationOfWhatWasKnown(
            @ForAll("data") List<Given> data, @ForAll @IntRange(max = DAYS) int days) {
        LocalDate date = BEGINNING.plusDays(days);
        ScorecardResult then = PROGRAM.evaluate(facts(PROGRAM, data), now().knownOn(date));
        ScorecardResult known = PROGRAM.evaluate(
                facts(PROGRAM, data.stream().filter(one -> one.knownBy(date)).toList()), now());
        for (KpiResult kpi : known.kpis()) {
            same(kpi, then.kpi(kpi.id()));
        }
        same(known.kpi("S"), then.kpi("S"));
    }

    /** But for the kind of missing: what will come is not yet released, what nobody knows of is not reported. */
    private static void same(KpiResult expected, KpiResult found) {
        same(expected.actual(), found.actual());
        same(expected.target(), found.target());
        same(expected.attainment(), found.attainment());
        expected.dimensions()
                .forEach((id, score) -> same(score, found.dimensions().get(id)));
        assertEquals(expected.verdict(), found.verdict());
        assertEquals(expected.marks(), found.marks());
    }

    private static void same(Figure expected, Figure found) {
        assertEquals(expected.value(), found.value());
        assertEquals(expected.unrounded(), found.unrounded());
        assertEquals(expected.state(), found.state());
        assertEquals(expected.marks(), found.marks());
        assertEquals(expected.coversTo(), found.coversTo());
    }

    /** What has a value goes on having one, and a verdict once reached is never open again. */
    @Property(tries = 300)
    void knowingMoreNeverLosesAFigure(
            @ForAll("figures") List<Given> data,
            @ForAll @IntRange(max = DAYS) int days,
            @ForAll @IntRange(max = DAYS) int more) {
        Facts facts = facts(PROGRAM, data);
        LocalDate date = BEGINNING.plusDays(days);
        ScorecardResult early = PROGRAM.evaluate(facts, now().knownOn(date));
        ScorecardResult late = PROGRAM.evaluate(facts, now().knownOn(date.plusDays(more)));
        for (KpiResult kpi : early.kpis()) {
            KpiResult later = late.kpi(kpi.id());
            assertTrue(!kpi.actual().hasValue() || later.actual().hasValue(), kpi::id);
            assertTrue(kpi.verdict() == Verdict.UNDECIDED || later.verdict() != Verdict.UNDECIDED, kpi::id);
        }
    }

    /** Between two days on which nothing became known, nothing changes. */
    @Property(tries = 150)
    void nothingChangesWhileNothingIsLearned(@ForAll("data") List<Given> data, @ForAll @IntRange(max = DAYS) int days) {
        Facts facts = facts(DATED, data);
        LocalDate date = BEGINNING.plusDays(days);
        Stream.concat(Stream.of(OF_THE_TEXT), data.stream().flatMap(one -> one.day().stream()))
                .filter(day -> !day.isAfter(date))
                .max(LocalDate::compareTo)
                .ifPresent(last -> assertEquals(
                        all(DATED.evaluate(facts, now().knownOn(last))),
                        all(DATED.evaluate(facts, now().knownOn(date)))));
    }

    /** What of a result a reader holds against another: the figures, the scores that are there, and the verdict. */
    private static List<Object> said(KpiResult kpi) {
        Map<String, Object> scores = new TreeMap<>();
        kpi.dimensions().forEach((id, score) -> scores.put(id, said(score)));
        return List.of(said(kpi.actual()), said(kpi.target()), said(kpi.attainment()), scores, kpi.verdict());
    }

    private static List<Object> said(Figure figure) {
        return List.of(figure.state(), figure.value(), figure.unrounded(), figure.marks());
    }

    /** What changed between two days is what reads otherwise, each with a cause, and the same the other way round. */
    @Property(tries = 200)
    void theDifferenceOfTwoDaysIsWhatReadsOtherwise(
            @ForAll("data") List<Given> data,
            @ForAll @IntRange(max = DAYS) int days,
            @ForAll @IntRange(max = DAYS) int more) {
        Facts facts = facts(DATED, data);
        Evaluation early = now().knownOn(BEGINNING.plusDays(days));
        Evaluation late = now().knownOn(BEGINNING.plusDays(days + more));
        ScorecardResult before = DATED.evaluate(facts, early);
        ScorecardResult after = DATED.evaluate(facts, late);
        List<String> expected = Stream.concat(before.kpis().stream(), before.scores().stream())
                .filter(kpi -> !said(kpi).equals(said(after.kpi(kpi.id()))))
                .map(KpiResult::id)
                .sorted()
                .toList();
        List<Change> changes = DATED.compare(facts, early, facts, late).changes();
        assertEquals(expected, ids(changes));
        assertEquals(expected, ids(DATED.compare(facts, late, facts, early).changes()));
        assertEquals(List.of(), DATED.compare(facts, early, facts, early).changes());
        changes.forEach(change ->
                assertTrue(!change.causes().isEmpty(), () -> change.before().id() + " changed for no reason"));
    }

    private static List<String> ids(List<Change> changes) {
        return changes.stream().map(change -> change.before().id()).sorted().toList();
    }

    /** A figure for every period stands as long as the one of the period is not known. */
    @Test
    void whatIsNotYetKnownHidesNothing() {
        LocalDate spring = LocalDate.of(2021, 4, 1);
        Facts facts = PROGRAM.facts()
                .input("x", Quantity.of(7, 0, Units.count("人")))
                .input(
                        "x",
                        ReportingPeriod.roc(110),
                        Quantity.of(9, 0, Units.count("人")),
                        Vintage.none().withKnownOn(spring))
                .build()
                .orElseThrow();
        assertEquals(
                "7 人",
                PROGRAM.evaluate("A", facts, now().knownOn(spring.minusDays(1)))
                        .actual()
                        .display(Language.EN));
        assertEquals(
                "9 人",
                PROGRAM.evaluate("A", facts, now().knownOn(spring)).actual().display(Language.EN));
    }
}
