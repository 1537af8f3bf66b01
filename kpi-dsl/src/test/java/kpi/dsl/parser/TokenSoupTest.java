package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.SourceFile;
import kpi.dsl.syntax.SyntaxPrinter;
import kpi.source.Source;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is written, an answer comes back: a tree, and problems that can be told. */
class TokenSoupTest {
    private static final String[] SIGNS = {
        "+", "-", "*", "/", "^", "(", ")", "（", "）", "[", "]", "〔", "〕", "{", "}", ",", "，", "、", "；", ";", ":", "：",
        "=", "==", "≧", "<", "!", "?", "%", "‰", "|", "||", "&", ".", "#", "\"", "“", "”", "「", "」", "【", "】", "'",
        "\n", "\n  ", "\n    ", " ", "\t", "\r\n", "\u3000", "\u200B", "\u202E", "\uFEFF", "\uD800", "①", "–", "。", "½"
    };
    /** Every sign the lexer knows, as it is written in the grammar, whatever is added there. */
    private static String[] signs() {
        return IntStream.rangeClosed(1, KpiGrammarLexer.VOCABULARY.getMaxTokenType())
                .mapToObj(KpiGrammarLexer.VOCABULARY::getLiteralName)
                .filter(Objects::nonNull)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(literal -> literal.chars().allMatch(c -> c > ' '))
                .toArray(String[]::new);
    }

    private static final String[] WORDS = {
        "a",
        "x",
        "甲",
        "民調",
        "HP4.2",
        "1",
        "109",
        "1,234",
        "6億5,202萬次",
        "0.1",
        "1e5",
        "109/12/15",
        "12月",
        "分",
        "件",
        "含",
        "\"文字\"",
        "「引」",
        "【名 稱】",
        "rounded to 2 places",
        "四捨五入至小數2位",
        "places",
        "rows",
        "筆",
        "min",
        "mean"
    };

    @Property
    void aFormulaIsAnswered(@ForAll("soup") String text) {
        Parsed<Expression> parsed = KpiParser.formula(Source.of("soup", text), Limits.standard());
        boolean broken = parsed.tree() instanceof Expression.BrokenExpression;
        assertEquals(broken, !parsed.problems().isEmpty());
        assertFalse(SyntaxPrinter.print(parsed.tree()).isEmpty());
        tell(parsed.problems());
    }

    @Property
    void aFileIsAnswered(@ForAll("soup") String text) {
        Parsed<SourceFile> parsed = KpiParser.file(Source.of("soup", text), Limits.standard());
        String tree = SyntaxPrinter.print(parsed.tree());
        if (tree.contains("(broken)") || tree.contains("broken\n")) {
            assertFalse(parsed.problems().isEmpty());
        }
        tell(parsed.problems());
    }

    @Property
    void aKpiIsAnswered(@ForAll("soup") String text) {
        String kpi = "kpi A {\n  " + text + "\n}\nkpi B { formula b }\n";
        tell(KpiParser.file(Source.of("soup", kpi), Limits.standard()).problems());
    }

    /** Whole clauses with one piece in the wrong place come further than soup does: into analysis and review. */
    @Property
    void aClauseWithAWrongPieceIsAnswered(
            @ForAll("clause") String clause, @ForAll("soup") String soup, @ForAll @IntRange(max = 60) int at) {
        int cut = Math.min(at, clause.length());
        String text = "kpi A {\n  input a in 元  109: 2\n    b in 元\n    109: 3 元\n  formula a / b\n  unit %\n  "
                + clause.substring(0, cut) + soup + clause.substring(cut) + "\n}\n";
        tell(KpiCompiler.standard().compile(Source.of("soup", text)).problems());
    }

    /** A file of soup is compiled, not only read. */
    @Property
    void aFileIsCompiled(@ForAll("soup") String text) {
        tell(KpiCompiler.standard().compile(Source.of("soup", text)).problems());
        String kpi = "kpi A {\n  " + text + "\n}\nkpi B {\n formula A + 1\n unit number\n}\n";
        tell(KpiCompiler.standard().compile(Source.of("soup", kpi)).problems());
        KpiCompiler.standard().format(Source.of("soup", kpi));
    }

    /** A clause begins with each keyword there is, in both languages. */
    @Provide
    Arbitrary<String> clause() {
        String[] clauses = Arrays.stream(Keyword.values())
                .flatMap(keyword -> Stream.concat(keyword.chinese().stream(), keyword.english().stream()))
                .flatMap(word -> Stream.of(
                        word + " a / b × 100%",
                        word + " 109: 5 元",
                        word + " \"文字\" { 1 }",
                        "formula a " + word + " b",
                        "formula a / b, " + word + " 2",
                        "formula if a > b then " + word + " a else b"))
                .toArray(String[]::new);
        return Arbitraries.of(clauses);
    }

    private static void tell(List<Problem> problems) {
        assertTrue(problems.size() <= 21);
        for (Problem problem : problems) {
            assertEquals(Set.of(), problem.unfilled());
            for (Language language : Language.values()) {
                assertFalse(problem.message(language).isEmpty());
                assertFalse(problem.draw(language).isEmpty());
            }
        }
    }

    @Provide
    Arbitrary<String> soup() {
        String[] keywords = Arrays.stream(Keyword.values())
                .flatMap(keyword -> Stream.concat(keyword.chinese().stream(), keyword.english().stream()))
                .toArray(String[]::new);
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.of(SIGNS)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(signs())),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(WORDS)),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(keywords)));
        Arbitrary<String> spaced = Arbitraries.of("", " ", "  ");
        return net.jqwik.api.Combinators.combine(piece, spaced)
                .as((one, space) -> one + space)
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }
}
