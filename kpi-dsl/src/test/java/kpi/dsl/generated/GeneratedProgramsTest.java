package kpi.dsl.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.KpiCompiler;
import kpi.dsl.parser.SmallStack;
import kpi.number.Exact;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.run.Schema;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Well-typed programs compile and evaluate to outcomes whatever the facts are; broken ones are told about. */
class GeneratedProgramsTest {
    private static final KpiCompiler COMPILER = KpiCompiler.standard();

    /** Nothing, next to nothing, and more than anybody ever counted. */
    private static final List<Exact> FIGURES = List.of(
            Exact.ZERO,
            Exact.ONE,
            Exact.of(1_234),
            Exact.of(-3),
            Exact.of(new java.math.BigDecimal("1e40")),
            Exact.of(new java.math.BigDecimal("1e-30")));

    @Provide
    Arbitrary<Source> programs() {
        return Programs.arbitrary();
    }

    @Property(tries = 100)
    void compileWithoutAnError(@ForAll("programs") Source text) throws InterruptedException {
        SmallStack.run(() -> assertEquals("", errors(COMPILER.compile(text).problems()), text::text));
    }

    @Property(tries = 100)
    void evaluateToOutcomes(@ForAll("programs") Source text, @ForAll long seed) throws InterruptedException {
        SmallStack.run(() -> {
            KpiProgram program = COMPILER.compile(text).orElseThrow();
            Facts facts = facts(program, new Random(seed));
            for (int year = 108; year <= 111; year++) {
                StringBuilder json = new StringBuilder();
                program.evaluate(facts, Evaluation.of(ReportingPeriod.roc(year)).explain(Evaluation.Detail.STEPS))
                        .writeJson(json);
                assertFalse(json.isEmpty());
            }
            program.runExamples();
        });
    }

    /** What the layout could not keep would come back as it was written, blank lines at its end included. */
    @Property(tries = 100)
    void noLayoutIsLeftAsItIsWritten(@ForAll("programs") Source text) {
        Source source = Source.of("generated.kpi", text.text() + "\n\n");
        assertFalse(COMPILER.format(source).orElseThrow().endsWith("\n\n"), text::text);
        for (Language language : Language.values()) {
            assertFalse(COMPILER.format(source, language).orElseThrow().endsWith("\n\n"), text::text);
        }
    }

    @Property(tries = 150)
    void whateverBreaksATextIsTold(@ForAll("programs") Source text, @ForAll long seed) throws InterruptedException {
        String broken = broken(text.text(), new Random(seed));
        SmallStack.run(() -> {
            Source source = Source.of("broken.kpi", broken);
            for (Problem problem : COMPILER.compile(source).problems()) {
                assertEquals(Set.of(), problem.unfilled(), problem::code);
                assertFalse(problem.draw(Language.ZH_TW).isEmpty());
            }
            for (Language language : Language.values()) {
                COMPILER.format(source, language)
                        .value()
                        .ifPresent(laidOut -> assertEquals(
                                laidOut,
                                COMPILER.format(Source.of("again.kpi", laidOut), language)
                                        .orElseThrow(),
                                broken));
            }
        });
    }

    private static Facts facts(KpiProgram program, Random random) {
        Facts.Builder facts = program.facts();
        for (Schema.Input input : program.schema().inputsByKpi()) {
            int figure = random.nextInt(FIGURES.size() + 1); // one more: nobody reports it
            if (figure < FIGURES.size()) {
                facts.input(input.kpi(), input.name(), Quantity.of(FIGURES.get(figure), input.unit()));
            }
        }
        return facts.build().orElseThrow();
    }

    /** A few pieces of the text left out, moved, or put in the wrong place. */
    private static String broken(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(out.length());
            int to = Math.min(out.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(3)) {
                case 0 -> out.delete(at, to);
                case 1 -> out.insert(random.nextInt(out.length()), out.substring(at, to));
                default -> out.setCharAt(at, "(){}〔，：#\"「|=%．0\n".charAt(random.nextInt(16)));
            }
        }
        return out.toString();
    }

    private static String errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.draw(Language.EN))
                .collect(Collectors.joining("\n"));
    }
}
