package kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import kpi.model.GradeRule.Band;
import kpi.model.GradeRule.Edge;
import kpi.number.Exact;
import kpi.source.Source;
import kpi.source.Span;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Bands that meet give every value one grade. */
class GradeRuleTest {
    private static final Span SPAN = Source.of("t.kpi", "等級").whole();

    private static Band band(String label, String from, String below) {
        return new Band(label, edge(from, '['), edge(below, ']'));
    }

    /** {@code "[80"} and {@code "90]"} are inclusive, {@code "80"} and {@code "90"} are not; empty is open. */
    private static Optional<Edge> edge(String text, char inclusive) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean closed = text.indexOf(inclusive) >= 0;
        return Optional.of(new Edge(Exact.of(text.replace(String.valueOf(inclusive), "")), closed));
    }

    private static GradeRule rule(Band... bands) {
        return new GradeRule(SPAN, Facet.ACTUAL, List.of(bands));
    }

    private static String grade(GradeRule rule, String value) {
        return rule.of(Exact.of(value)).orElse("–");
    }

    @Example
    void anEndBelongsToTheBandThatSaysSo() {
        GradeRule rule = rule(band("優等", "[90", ""), band("甲等", "[80", "90"), band("丙等", "", "80"));
        assertEquals("優等", grade(rule, "1000"));
        assertEquals("優等", grade(rule, "90"));
        assertEquals("甲等", grade(rule, "89.999"));
        assertEquals("甲等", grade(rule, "80"));
        assertEquals("丙等", grade(rule, "79.999"));
        assertEquals("丙等", grade(rule, "-5"));
    }

    @Example
    void beyondAClosedEndThereIsNoGrade() {
        GradeRule rule = rule(band("低", "[0", "50]"), band("高", "50", "100]"));
        assertEquals("–", grade(rule, "-0.1"));
        assertEquals("低", grade(rule, "0"));
        assertEquals("低", grade(rule, "50"));
        assertEquals("高", grade(rule, "50.1"));
        assertEquals("高", grade(rule, "100"));
        assertEquals("–", grade(rule, "100.1"));
    }

    @Example
    void bandsThatDoNotMeetAreRefused() {
        refused(band("優等", "[90", ""), band("甲等", "[80", "89"));
        refused(band("優等", "[90", ""), band("甲等", "[80", "90]"));
        refused(band("優等", "90", ""), band("甲等", "[80", "90"));
        refused(band("優等", "[90", ""), band("甲等", "[80", ""));
        refused(band("優等", "[90", ""), band("甲等", "", "95"));
        refused(band("優等", "[90", ""), band("優等", "", "90"));
        refused(band("一", "", ""), band("二", "", ""));
        refused();
        assertThrows(IllTypedException.class, () -> band("空", "[90", "80"));
        assertThrows(IllTypedException.class, () -> band("空", "[90", "90"));
        rule(band("一點", "[90", "90]"), band("上", "90", ""), band("下", "", "90"));
    }

    @Example
    void roundedValuesMeetOneStepApart() {
        List<Band> bands = List.of(band("優", "[90", "100]"), band("良", "[70", "89]"), band("可", "[0", "69]"));
        new GradeRule(SPAN, Facet.ACTUAL, bands, Optional.of(Exact.ONE));
        assertThrows(IllTypedException.class, () -> new GradeRule(SPAN, Facet.ACTUAL, bands));
        assertThrows(
                IllTypedException.class, () -> new GradeRule(SPAN, Facet.ACTUAL, bands, Optional.of(Exact.of(1, 1))));
        assertThrows(IllTypedException.class, () -> new GradeRule(SPAN, Facet.TARGET, bands, Optional.of(Exact.ONE)));
    }

    private static void refused(Band... bands) {
        assertThrows(IllTypedException.class, () -> rule(bands));
    }

    /** Cuts anywhere, each cut belonging to the band above or below, the bands in any order: one grade for any value. */
    @Property(tries = 300)
    void openBandsAreTotal(
            @ForAll @Size(max = 6) List<@IntRange(min = -20, max = 20) Integer> cuts,
            @ForAll List<Boolean> up,
            @ForAll @IntRange(min = -250, max = 250) int tenths,
            @ForAll Random random) {
        List<Integer> ends = new ArrayList<>(new TreeSet<>(cuts));
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i <= ends.size(); i++) {
            Optional<Edge> from = Optional.empty();
            Optional<Edge> below = Optional.empty();
            if (i > 0) {
                from = Optional.of(new Edge(Exact.of(ends.get(i - 1)), isUp(up, i - 1)));
            }
            if (i < ends.size()) {
                below = Optional.of(new Edge(Exact.of(ends.get(i)), !isUp(up, i)));
            }
            bands.add(new Band("第 " + i + " 級", from, below));
        }
        Exact value = Exact.of(tenths, 1);
        int expected = 0;
        for (int i = 0; i < ends.size(); i++) {
            int order = value.compareTo(Exact.of(ends.get(i)));
            if (order > 0 || order == 0 && isUp(up, i)) {
                expected = i + 1;
            }
        }
        Collections.shuffle(bands, random);
        GradeRule rule = new GradeRule(SPAN, Facet.ATTAINMENT, bands);
        assertEquals(Optional.of("第 " + expected + " 級"), rule.of(value));
        assertEquals(1, bands.stream().filter(band -> band.holds(value)).count());
    }

    private static boolean isUp(List<Boolean> up, int i) {
        return i < up.size() && up.get(i);
    }
}
