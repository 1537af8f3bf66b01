package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Source SOURCE = Source.of("h.kpi", "甲 = 乙 + 丙\n");

    private static Problem.Builder problem() {
        return Problem.of(SampleCode.UNIT_CLASH, SOURCE.span(4, 5))
                .with("left", "L")
                .with("right", "R");
    }

    private static String shown(Object value) {
        String message = problem().with("left", value).build().message(Language.EN);
        assertTrue(message.endsWith(" and R cannot be added."));
        return message.substring(0, message.length() - " and R cannot be added.".length());
    }

    @Test
    void tellsWhatIsWrongInBothLanguages() {
        Problem problem = problem().with("left", new LocalText("金額", "money")).build();
        assertEquals("money and R cannot be added.", problem.message(Language.EN));
        assertEquals("金額 與 R 不能相加。", problem.message(Language.ZH_TW));
        assertEquals("Convert one of them, or use another column.", problem.remedy(Language.EN));
        assertEquals("unit-clash", problem.code());
        assertEquals(SampleCode.UNIT_CLASH, problem.kind());
        assertEquals(ProblemClass.TYPE_ERROR, problem.problemClass());
        assertEquals(Severity.ERROR, problem.severity());
        assertEquals(Place.of(SOURCE.span(4, 5)), problem.place());
        assertEquals("error unit-clash at h.kpi:1:5: money and R cannot be added.", problem.toString());
    }

    @Test
    void valuesOfAllKindsAreShown() {
        assertEquals("乙 +", shown(SOURCE.span(4, 7)));
        assertEquals("12", shown(12));
        assertEquals("9223372036854775807", shown(Long.MAX_VALUE));
        assertEquals("1000", shown(new BigDecimal("1E+3")));
        assertEquals("10", shown(BigInteger.TEN));
        assertEquals("0.10", shown(new BigDecimal("0.10")));
        assertEquals("1E999999999", shown(new BigDecimal("1E+999999999")));
        assertEquals("≈10^5000000", shown(BigInteger.ONE.shiftLeft(16_609_640)));
        assertEquals("≈-10^400", shown(BigInteger.TEN.pow(400).negate()));
        assertEquals("≈10^390", shown(new BigDecimal(BigInteger.TEN.pow(400), 10)));
        BigInteger longest = BigInteger.ONE.shiftLeft(1000).subtract(BigInteger.ONE);
        assertEquals(longest.toString().substring(0, 59) + "…", shown(longest));
        assertEquals("≈10^301", shown(longest.add(BigInteger.ONE)));
        assertEquals("0." + "0".repeat(57) + "…", shown(new BigDecimal(BigInteger.ONE, 60)));
        assertEquals("1E-61", shown(new BigDecimal(BigInteger.ONE, 61)));
        assertEquals("h.kpi:1:5", shown(Place.of(SOURCE.span(4, 5))));
        assertEquals("a, b", shown(List.of("a", "b")));
        assertEquals("", shown(List.of()));
        assertEquals("x, x, x, x, x, x, x, x", shown(Collections.nCopies(8, "x")));
        assertEquals("x, x, x, x, x, x, x, x…", shown(Collections.nCopies(9, "x")));
        assertEquals("y".repeat(29) + "…", shown(List.of("y".repeat(31))));
        assertEquals("y".repeat(60), shown("y".repeat(60)));
        assertEquals("y".repeat(59) + "…", shown("y".repeat(61)));
        assertEquals(
                "𠀀".repeat(59) + "…", shown(Source.of("a", "𠀀".repeat(61)).whole()));
    }

    @Test
    void listsAreJoinedAsEachLanguageDoes() {
        Problem problem =
                problem().with("left", List.of("a", new LocalText("乙", "b"))).build();
        assertEquals("a, b and R cannot be added.", problem.message(Language.EN));
        assertEquals("a、乙 與 R 不能相加。", problem.message(Language.ZH_TW));
    }

    @Test
    void valuesAreDataAndNeverTemplates() {
        for (String text : List.of("{0}", "{right}", "%s%n", "${jndi:ldap://x}", "''", "\\", "$1", "{left}")) {
            assertEquals(text, shown(text));
        }
    }

    @Test
    void aPlaceholderWithoutAValueStaysAndIsTold() {
        Problem problem = Problem.of(SampleCode.UNIT_CLASH, SOURCE.whole())
                .with("left", 1)
                .related(SOURCE.whole(), "left")
                .build();
        assertEquals("1 and {right} cannot be added.", problem.message(Language.EN));
        assertEquals(Set.of("right", "unit"), problem.unfilled());
        assertEquals(Set.of(), problem().build().unfilled());
        assertEquals(
                Set.of(),
                problem().related(SOURCE.whole(), "left", "unit", "元").build().unfilled());
    }

    @Test
    void labelsComeFromThePackageOrFromAllPackages() {
        Problem problem = problem()
                .related(SOURCE.span(4, 5), "left", "unit", "元\u202E")
                .related(Place.input("x"), "opened-here")
                .related(Place.input("x"), "no-such-label")
                .build();
        List<String> english = problem.related().stream()
                .map(related -> related.text(Language.EN))
                .toList();
        assertEquals(List.of("this is in 元<U+202E>", "opened here", "label.no-such-label"), english);
        assertEquals("開啟於此", problem.related().get(1).text(Language.ZH_TW));
        assertThrows(KpiUsageException.class, () -> problem().related(SOURCE.whole(), "left", "unit"));
    }

    @Test
    void editsCanBeApplied() {
        Problem problem = problem()
                .edit(SOURCE.span(4, 5), "丁")
                .edit(SOURCE.span(0, 0), "(")
                .edit(SOURCE.span(5, 9), "")
                .build();
        assertEquals(
                List.of("甲 = 丁 + 丙\n", "(甲 = 乙 + 丙\n", "甲 = 乙\n"),
                problem.edits().stream().map(Edit::applied).toList());
    }

    @Test
    void severityIsThatOfTheCodeUnlessSaidOtherwise() {
        assertEquals(
                Severity.WARNING,
                Problem.of(SampleCode.ODD_SPELLING, SOURCE.whole()).build().severity());
        assertEquals(Severity.INFO, problem().severity(Severity.INFO).build().severity());
    }

    @Test
    void tenRelatedPlacesAreDrawn() {
        Problem.Builder builder = problem();
        for (int i = 1; i <= 10; i++) {
            builder.related(Place.input("x" + i), "used-here");
        }
        assertTrue(builder.build().draw(Language.EN).contains("::: input “x10”\n  = used here\nhelp: "));
        String eleven = builder.related(Place.input("x11"), "used-here").build().draw(Language.EN);
        assertTrue(eleven.contains("::: input “x10”\n  = used here\n  | … further places: 1\nhelp: "), eleven);
    }

    @Test
    void problemsAtOnePlaceAreOrdered() {
        List<Problem> order = List.of(
                problem().build(),
                problem().with("left", "M").build(),
                Problem.of(SampleCode.UNKNOWN_NAME, SOURCE.span(4, 5)).build(),
                problem().severity(Severity.WARNING).build(),
                Problem.of(SampleCode.BAD_NUMBER, SOURCE.span(5, 5)).build());
        List<Problem> shuffled = new ArrayList<>(order);
        Collections.reverse(shuffled);
        shuffled.sort(Problem.ORDER);
        assertEquals(order, shuffled);
    }

    @Test
    void equalProblemsTellTheSame() {
        assertEquals(problem().build(), problem().build());
        assertEquals(problem().build().hashCode(), problem().build().hashCode());
        Problem one = problem().build();
        assertNotEquals(one, problem().with("left", "other").build());
        assertNotEquals(one, problem().severity(Severity.INFO).build());
        assertNotEquals(one, problem().edit(SOURCE.whole(), "").build());
        assertNotEquals(one, problem().related(SOURCE.whole(), "left").build());
        assertNotEquals(one, new Object());
        assertNotEquals(
                Problem.of(SampleCode.UNIT_CLASH, SOURCE.whole()).build(),
                Problem.of(SampleCode.UNIT_CLASH, SOURCE.span(0, 1)).build());
        assertNotEquals(
                Problem.of(SampleCode.UNIT_CLASH, SOURCE.whole()).build(),
                Problem.of(SampleCode.BAD_NUMBER, SOURCE.whole()).build());
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.text(60);
    }

    @Provide
    Arbitrary<Span> spans() {
        return AnyText.span(20);
    }

    @Property
    void whateverIsSaidIsShortAndVisible(
            @ForAll("texts") String left, @ForAll("texts") String right, @ForAll("spans") Span span) {
        Problem problem = Problem.of(SampleCode.UNIT_CLASH, span)
                .with("left", left)
                .with("right", List.of(right, span, left, right, span, left, right, span, left))
                .related(Place.cell(left, right, 7, left, right), "left", "unit", right)
                .related(Place.input(right), "used-here")
                .edit(span, right)
                .build();
        for (Language language : Language.values()) {
            String label = problem.related().get(0).text(language);
            for (String said : List.of(problem.message(language), problem.remedy(language), label)) {
                assertTrue(said.length() <= Template.MAXIMUM_LENGTH);
                assertTrue(said.codePoints().allMatch(VisibleText::isVisible), said);
            }
            String drawn = problem.draw(language);
            assertTrue(
                    drawn.codePoints().allMatch(codePoint -> codePoint == '\n' || VisibleText.isVisible(codePoint)),
                    drawn);
            assertTrue(drawn.lines().noneMatch(row -> row.endsWith(" ")), drawn);
        }
        assertTrue(problem.toString().codePoints().allMatch(VisibleText::isVisible));
    }

    @Test
    void aTextThatIsTooLongIsCut() {
        java.util.Map<String, LocalText> arguments =
                java.util.Map.of("x", new LocalText("𠀀".repeat(60), "y".repeat(60)));
        String template = "{x}".repeat(20);
        assertEquals("y".repeat(499) + "…", Template.fill(template, arguments, Language.EN));
        assertEquals("𠀀".repeat(249) + "…", Template.fill(template, arguments, Language.ZH_TW));
        assertEquals("z".repeat(498) + "…", Template.fill("z".repeat(498) + "𠀀zz", arguments, Language.EN));
        assertEquals("z".repeat(497) + "𠀀…", Template.fill("z".repeat(497) + "𠀀zz", arguments, Language.EN));
        assertEquals("z".repeat(500), Template.fill("z".repeat(500), arguments, Language.EN));
    }
}
