package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.SyntaxPrinter;
import kpi.source.Source;
import kpi.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaProblemsTest {
    /** The text, the code, the column, and what each edit makes of the text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ empty-formula ~ 1 ~ ``",
                "1++2 ~ doubled-sign ~ 3 ~ 1+2",
                "1--2 ~ doubled-sign ~ 3 ~ 1+2 | 1-2",
                "-x^2 ~ negative-power ~ 1 ~ -(x^2) | (-x)^2",
                "a^b^c ~ chained-power ~ 1 ~ (a^b)^c | a^(b^c)",
                "a ^ -b ^ c ~ chained-power ~ 1 ~ (a ^ -b) ^ c | a ^ (-(b ^ c))",
                "a==b ~ foreign-operator ~ 2 ~ a=b",
                "a&&b ~ foreign-operator ~ 2 ~ a and b",
                "a || b ~ foreign-operator ~ 3 ~ a or b",
                "a ? b : c ~ ternary ~ 3 ~ ``",
                "a; b ~ semicolon ~ 2 ~ ``",
                "=1+1 ~ leading-equals ~ 1 ~ 1+1",
                "50%% ~ detached-percent ~ 4 ~ 50%",
                "10 % -3 ~ detached-percent ~ 4 ~ 10% -3",
                "109/12/31 ~ date-or-division ~ 1 ~ 109 / 12 / 31 | 109年12月31日",
                "2020-12-31 ~ date-or-subtraction ~ 1 ~ 2020 - 12 - 31 | 2020年12月31日",
                "min(1,200) ~ grouped-argument ~ 5 ~ min(1, 200) | min(1200)",
                "1,5 ~ decimal-comma ~ 1 ~ 1.5",
                "1.234,56 ~ decimal-comma ~ 1 ~ 1234.56",
                "12,34,567 ~ bad-grouping ~ 1 ~ 1234567",
                "3x4 ~ letter-times ~ 1 ~ 3 × 4",
                "2^-1^2 ~ chained-power ~ 1 ~ (2^-1)^2 | 2^(-(1^2))",
                "a%/2 ~ detached-percent ~ 2 ~ a × 1%/2 | a/2",
                "５，２０２ ~ comma-outside-call ~ 2 ~ ５２０２",
                "1'234 ~ odd-character ~ 2 ~ 1234",
                "(a/b)x100% ~ letter-times ~ 6 ~ (a/b) × 100%",
                "a/b x100 ~ letter-times ~ 5 ~ a/b × 100",
                "a/bX100% ~ letter-times ~ 3 ~ a/b × 100%",
                "100%x(a/b) ~ letter-times ~ 5 ~ 100% × (a/b)",
                "a/b100% ~ missing-operator ~ 3 ~ a/b × 100%",
                "(a/b)100% ~ missing-operator ~ 6 ~ (a/b) × 100%",
                "x²+1 ~ superscript ~ 2 ~ x^2+1 | x+1",
                "√甲/2 ~ odd-character ~ 1 ~ sqrt(甲)/2",
                "√(甲/2) ~ odd-character ~ 1 ~ sqrt(甲/2)",
                "½*a ~ odd-character ~ 1 ~ (1/2)*a",
                "1½*a ~ odd-character ~ 2 ~ (1 + 1/2)*a",
                "|a-b|/2 ~ foreign-operator ~ 1 ~ abs(a-b)/2",
                "{(a-b)/b}*100% ~ braces ~ 1 ~ [(a-b)/b]*100%",
                "a; ~ semicolon ~ 2 ~ a",
                "a。b ~ odd-character ~ 2 ~ a.b",
                "1 000 ~ spaced-digits ~ 3 ~ 1000",
                "1_000 ~ malformed-number ~ 1 ~ 1000",
                "0x10 ~ malformed-number ~ 1 ~ ``",
                "5–3 ~ odd-character ~ 2 ~ 5-3",
                "5一3 ~ odd-character ~ 2 ~ 5-3",
                "a b ~ missing-operator ~ 3 ~ ``",
                "2(3) ~ missing-operator ~ 2 ~ ``",
                "a,b ~ comma-outside-call ~ 2 ~ ``",
                "(1 ~ unclosed-bracket ~ 3 ~ (1)",
                "甲/乙)*100% ~ unopened-bracket ~ 4 ~ (甲/乙)*100%",
                "甲/乙）*100% ~ unopened-bracket ~ 4 ~ （甲/乙）*100%",
                "〔1+2） ~ mixed-brackets ~ 5 ~ 〔1+2〕 | （1+2）",
                "1+ ~ unexpected-end ~ 3 ~ ``",
                "a + * b ~ unexpected ~ 5 ~ ``",
                "\"abc ~ unclosed-text ~ 1 ~ \"abc\"",
                "1e7000 ~ exponent-too-large ~ 1 ~ ``",
                ".5 ~ malformed-number ~ 1 ~ 0.5",
            })
    void namesWhatIsWrongAndOffersTheEdits(String text, String code, int column, String edits) {
        Parsed<Expression> parsed = KpiParser.formula(Source.of("formula", text), Limits.standard());
        Problem problem = parsed.problems().get(0);
        assertEquals(1, parsed.problems().size(), () -> parsed.problems().toString());
        assertEquals(code, problem.code());
        assertEquals(column, problem.place().span().map(Span::column).orElseThrow());
        assertEquals(
                edits, problem.edits().stream().map(edit -> applied(text, edit)).collect(Collectors.joining(" | ")));
        assertTrue(parsed.tree() instanceof Expression.BrokenExpression);
    }

    /** An edit does what it says: what comes out has no longer this problem there. */
    @ParameterizedTest
    @CsvSource({
        "1--2",
        "-x^2",
        "a^b^c",
        "a==b",
        "=1+1",
        "50%%",
        "109/12/31",
        "'min(1,200)'",
        "'1,5'",
        "3x4",
        "1 000",
        "(a/b)x100%",
        "100%x(a/b)",
        "a/b100%",
        "x²+1",
        "√(甲/2)",
        "1½*a",
        "|a-b|/2",
        "{(a-b)/b}*100%",
        "a;"
    })
    void everyEditMendsTheText(String text) {
        Problem problem = KpiParser.formula(Source.of("formula", text), Limits.standard())
                .problems()
                .get(0);
        assertTrue(!problem.edits().isEmpty());
        for (Edit edit : problem.edits()) {
            String mended = applied(text, edit);
            assertEquals(
                    List.of(),
                    KpiParser.formula(Source.of("formula", mended), Limits.standard())
                            .problems(),
                    mended);
        }
    }

    private static String applied(String text, Edit edit) {
        return text.substring(0, edit.range().start())
                + edit.newText()
                + text.substring(edit.range().end());
    }

    @Test
    void aNameThatThePageBrokeInTwoIsPutTogether() {
        String text = "當年度涉不法\n及違失人數 / 2";
        Problem problem = KpiParser.formula(Source.of("formula", text), Limits.standard())
                .problems()
                .get(0);
        assertEquals("missing-operator", problem.code());
        assertEquals("當年度涉不法及違失人數 / 2", applied(text, problem.edits().get(0)));
    }

    /** A label before a formula, a full stop and footnote marks behind it say nothing to the computation. */
    @ParameterizedTest
    @CsvSource({
        "計算公式：a。, a",
        "公式: a, a",
        "a①, (noted a \"①\")",
        "57.25%①, (noted 57.25% \"①\")",
        "(a)(含保留款), (noted (bracketed a) \"含保留款\")",
        "a(①含保留款)(註2), (noted a \"①含保留款)(註2\")",
        "a(%), (noted a \"%\")"
    })
    void whatDocumentsPrintAroundAFormulaIsRead(String text, String tree) {
        Parsed<Expression> parsed = KpiParser.formula(Source.of("formula", text), Limits.standard());
        assertEquals(List.of(), parsed.problems());
        assertEquals(tree, SyntaxPrinter.print(parsed.tree()));
    }

    @Test
    void severalProblemsAreToldInOneRun() {
        Parsed<Expression> parsed = KpiParser.formula(Source.of("formula", "½ + 1,5 * 3x4"), Limits.standard());
        assertEquals(
                List.of("odd-character", "decimal-comma", "letter-times"),
                parsed.problems().stream().map(Problem::code).toList());
    }

    @Test
    void everyLimitHoldsAtItsValueAndRefusesOneMore() {
        limit(Limit.NESTING, 3, "((a))+(((a)))", "((((a))))", "too-deep");
        limit(Limit.NESTING, 3, "abs(abs(abs(a)))", "abs(abs(abs(abs(a))))", "too-deep");
        limit(Limit.NESTING, 3, "not not not a", "not not not not a", "too-deep");
        limit(Limit.NESTING, 3, "(+-a)", "(+-+a)", "too-deep");
        limit(
                Limit.NESTING,
                2,
                "if a then b else if c then d else e",
                "if a then b else if c then d else if e then f else g",
                "too-deep");
        limit(Limit.NODES, 5, "a+b+c", "a+b+c+d", "too-many-nodes");
        limit(Limit.ARGUMENTS, 3, "min(a,b,c)", "min(a,b,c,d)", "too-many-arguments");
        limit(Limit.DIGITS, 5, "123.45", "123.456", "too-many-digits");
        limit(Limit.EXPONENT, 20, "1e-20", "1e-21", "exponent-too-large");
        limit(Limit.FORMULA_LENGTH, 5, "a + b", "a +  b", "formula-too-long");
        limit(Limit.FORMULA_LENGTH, 3, "𠮷+𠮷", "𠮷 +𠮷", "formula-too-long");
    }

    private static void limit(Limit limit, long value, String within, String beyond, String code) {
        Limits limits = Limits.standard().with(limit, value);
        assertEquals(
                List.of(),
                KpiParser.formula(Source.of("formula", within), limits).problems(),
                within);
        List<Problem> refused =
                KpiParser.formula(Source.of("formula", beyond), limits).problems();
        assertEquals(List.of(code), refused.stream().map(Problem::code).toList(), beyond);
        assertTrue(refused.get(0).message(kpi.diagnostic.Language.EN).contains(limit.id()));
        assertEquals(kpi.diagnostic.ProblemClass.LIMIT, refused.get(0).problemClass());
    }

    @Test
    void aLongChainIsReadAndPrintedOnASmallStack() throws InterruptedException {
        String chain = "a" + "+a".repeat(4_999);
        SmallStack.run(() -> {
            Parsed<Expression> parsed = KpiParser.formula(Source.of("formula", chain), Limits.standard());
            assertEquals(List.of(), parsed.problems());
            Expression.Binary sum = (Expression.Binary) parsed.tree();
            assertEquals(4_999, sum.leftSpine().size());
            assertTrue(SyntaxPrinter.print(sum).endsWith(" a)"));
        });
    }

    @Test
    void theDeepestTextAllowedIsReadOnASmallStack() throws InterruptedException {
        int limit = Math.toIntExact(Limits.standard().get(Limit.NESTING));
        for (String open : List.of("f(", "(1 + ", "(a and b * ", "f(not ", "(a, at most ")) {
            int levels = limit / (open.contains("not") ? 2 : 1);
            String deep = open.repeat(levels) + "a" + ")".repeat(levels);
            SmallStack.run(() -> {
                Parsed<Expression> parsed = KpiParser.formula(Source.of("formula", deep), Limits.standard());
                assertEquals(List.of(), parsed.problems());
            });
        }
    }

    @Test
    void textDeeperThanTheLimitIsRefusedWhereItBecomesTooDeep() throws InterruptedException {
        for (String level : List.of("(", "f(", "-(", "〔", "not (", "if (")) {
            String deep = level.repeat(3_000) + "1";
            SmallStack.run(() -> {
                List<Problem> problems = KpiParser.formula(Source.of("formula", deep), Limits.standard())
                        .problems();
                assertEquals("too-deep", problems.get(0).code());
            });
        }
        Source source = Source.of("formula", "(".repeat(3_000));
        Problem problem =
                KpiParser.formula(source, Limits.standard()).problems().get(0);
        assertEquals(101, problem.place().span().orElseThrow().column());
    }
}
