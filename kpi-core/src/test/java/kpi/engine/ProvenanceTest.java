package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import kpi.number.Exact;
import kpi.value.Absence;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a figure rests on reaches it, and nothing else does. */
class ProvenanceTest {
    private static final LocalDate DECEMBER = LocalDate.of(2020, 12, 15);
    private static final LocalDate NOVEMBER = LocalDate.of(2020, 11, 30);

    @Provide
    Arbitrary<Provenance> any() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Optional<LocalDate>> day =
                Arbitraries.of(Optional.empty(), Optional.of(DECEMBER), Optional.of(NOVEMBER));
        Arbitrary<Optional<Exact>> firm = Arbitraries.of(
                Optional.empty(), Optional.of(Exact.ZERO), Optional.of(Exact.of(7, 1)), Optional.of(Exact.ONE));
        return Combinators.combine(flag, flag, flag, flag, flag, day, firm).as(Provenance::new);
    }

    @Property
    void combiningIsASemilattice(
            @ForAll("any") Provenance a, @ForAll("any") Provenance b, @ForAll("any") Provenance c) {
        assertEquals(a.and(b), b.and(a));
        assertEquals(a.and(b).and(c), a.and(b.and(c)));
        assertEquals(a, a.and(a));
        assertEquals(a, a.and(Provenance.exact()));
    }

    @Property
    void everyMarkAddsToTheRest(@ForAll("any") Provenance a) {
        Provenance exact = Provenance.exact();
        assertEquals(a.asProvisional(), a.and(exact.asProvisional()));
        assertEquals(a.asReported(), a.and(exact.asReported()));
        assertEquals(a.asAsserted(), a.and(exact.asAsserted()));
        assertEquals(a.asApproximate(), a.and(exact.asApproximate()));
        assertEquals(a.asPartial(), a.and(exact.asPartial()));
    }

    @Property
    void nothingIsFirmerThanWhatItRestsOn(@ForAll("any") Provenance a, @ForAll("any") Provenance b) {
        assertEquals(
                a.confidence().compareTo(b.confidence()) <= 0 ? a.confidence() : b.confidence(),
                a.and(b).confidence());
        assertEquals(Exact.ZERO, a.asProvisional().confidence());
    }

    private static World world() {
        return new World()
                .input("a", "5", World.covering(DECEMBER).asProvisional())
                .input("b", "6", World.covering(NOVEMBER))
                .input("c", "7")
                .missing("m", "", Absence.NOT_REPORTED)
                .kpi("K", "8", Provenance.exact().asReported())
                .definition("d", "a + c");
    }

    private static Provenance of(String formula) {
        return world().evaluate(formula).provenance();
    }

    @Example
    void theEarliestEndAndAnyProvisionalInputReachTheResult() {
        Provenance both = World.covering(NOVEMBER).asProvisional();
        assertEquals(both, of("a + b * c"));
        assertEquals(both, of("min(a, b)"));
        assertEquals(both, of("a > b"));
        assertEquals(both, of("atMost(a, b)"));
        assertEquals(World.covering(DECEMBER).asProvisional(), of("d"));
        assertEquals(Provenance.exact().asReported(), of("K + c"));
        assertEquals(Provenance.exact(), of("c + 1"));
    }

    @Example
    void aBranchThatIsNotTakenDoesNotCountButItsConditionDoes() {
        assertEquals(World.covering(NOVEMBER), of("if(b > 5, c, a)"));
        assertEquals(Provenance.exact(), of("if(c > 5, c, a)"));
        assertEquals(Provenance.exact(), of("c > 9 and a > 0"));
        assertEquals(World.covering(DECEMBER).asProvisional(), of("c > 5 and a > 0"));
        assertEquals(World.covering(NOVEMBER), of("1 > b > a"));
    }

    @Example
    void whatIsMissingKeepsItToo() {
        assertEquals(World.covering(DECEMBER).asProvisional(), of("a + m"));
        assertEquals(World.covering(DECEMBER).asProvisional(), of("a / (c - c)"));
    }
}
