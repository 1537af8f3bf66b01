package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.SourceFile;
import kpi.source.Source;
import org.junit.jupiter.api.Test;

class FileLimitsTest {
    @Test
    void everyLimitOfAFileHoldsAtItsValueAndRefusesOneMore() {
        limit(Limit.FILE_LENGTH, 8, "unit 人件\n", "unit 人件物\n", "file-too-long");
        limit(Limit.DECLARATIONS, 2, "unit 甲\nunit 乙", "unit 甲\nunit 乙\nunit 丙", "too-many-declarations");
        limit(Limit.ROWS, 1, "data T(a: number) {\n 1\n}", "data T(a: number) {\n 1\n 2\n}", "too-many-rows");
        limit(Limit.FORMULA_LENGTH, 9, "kpi A { formula a }", "kpi A { formula abc }", "formula-too-long");
        limit(
                Limit.NESTING,
                2,
                "kpi A {\n points { base 1 }\n}",
                "kpi A {\n from 110 {\n points { base 1 }\n }\n}",
                "too-deep");
    }

    private static void limit(Limit limit, long value, String within, String beyond, String code) {
        Limits limits = Limits.standard().with(limit, value);
        assertEquals(
                List.of(), KpiParser.file(Source.of("file", within), limits).problems(), within);
        List<Problem> refused =
                KpiParser.file(Source.of("file", beyond), limits).problems();
        assertEquals(List.of(code), refused.stream().map(Problem::code).toList(), beyond);
    }

    @Test
    void aSourceThatCouldNotBeReadIsAProblemAndAnEmptyTree() {
        Source absent = Source.read(java.nio.file.Path.of("no-such-file.kpi"), java.nio.charset.StandardCharsets.UTF_8);
        Parsed<SourceFile> parsed = KpiParser.file(absent, Limits.standard());
        assertEquals(
                List.of("unreadable-source"),
                parsed.problems().stream().map(Problem::code).toList());
        assertEquals(List.of(), parsed.tree().declarations());
    }

    @Test
    void aThousandMistakesAreCountedAndTheRestIsKept() {
        String file = "kpi A {\n" + "  formul a\n".repeat(1_000) + "  unit 人\n}\n";
        Parsed<SourceFile> parsed = KpiParser.file(Source.of("file", file), Limits.standard());
        assertEquals(21, parsed.problems().size());
        assertEquals("more-problems", parsed.problems().get(20).code());
        Declaration.KpiDeclaration kpi =
                (Declaration.KpiDeclaration) parsed.tree().declarations().get(0);
        assertTrue(kpi.clauses().get(1_000) instanceof KpiClause.UnitClause);
    }

    /** Texts made to cost more than their length: each must come back. */
    @Test
    void nastyFilesAreAnswered() {
        Consumer<String> answered = text -> {
            Parsed<SourceFile> parsed = KpiParser.file(Source.of("nasty", text), Limits.standard());
            assertTrue(parsed.problems().size() <= 21);
        };
        answered.accept("kpi A { } ".repeat(100_000));
        answered.accept("{".repeat(200_000));
        answered.accept("}".repeat(200_000));
        answered.accept("kpi A {\n  formula " + "含(".repeat(6_000) + "\n}");
        answered.accept("kpi A {\n  formula " + "if(".repeat(6_000) + "\n}");
        answered.accept("kpi A {\n  input " + "a(b)、".repeat(50_000) + "\n}");
        answered.accept("kpi A {\n  input " + "a(".repeat(50_000) + "\n}");
        answered.accept("kpi A {\n  target " + "109: 1,234 ".repeat(50_000) + "\n}");
        answered.accept("kpi A {\n  target 109: " + "1,".repeat(100_000) + "\n}");
        answered.accept("data T(a: number) {\n" + "|".repeat(1_000_000) + "\n}");
        answered.accept("data T(a: number) {\n" + " 1\n".repeat(300_000) + "\n}");
        answered.accept("\"".repeat(300_001));
        answered.accept("unit " + "6億".repeat(100_000));
    }
}
