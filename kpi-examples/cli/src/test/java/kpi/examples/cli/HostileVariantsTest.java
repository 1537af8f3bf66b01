package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kpi.diagnostic.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Assumptions;

/**
 * Texts nobody wrote down: each hostile formula made longer, deeper, cut, mixed with another, or written in other characters.
 * What comes back is a value or problems that are fit to be shown, with places inside the text, on a small stack.
 */
class HostileVariantsTest {
    private static final long SMALL_STACK = 256 * 1024;

    /** Longer seeds only cost time: their length is what they are about, and the corpus itself asks them. */
    private static final int LONGEST_SEED = 400;

    /** Formulas as documents print them, for what is cut and mixed. */
    private static final List<String> PRINTED = List.of(
            "(歲入決算數－歲出決算數)/歲入預算數×100%",
            "前期a / 後期b * 100%",
            "if a > b then a / b else if a = b then 1 else 0",
            "min(a, b, 3) + round(a / 3, 2) ^ 2",
            "(a + b, at most 100%, rounded to 2 places)",
            "【名 稱】 × 1,234.5 ÷ 6億5,202萬",
            "not (a > 1 and b < 2) or a = 3");

    private static final String[] BRACKETS = {"()", "（）", "[]", "［］", "〔〕", "(］", "【】", "{}", "\"\"", "「」"};
    private static final String[] BREAKS = {
        "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\t", "\u3000", "\u00A0"
    };
    private static final String[] PIECES = {
        "+",
        "--",
        "^-",
        "e",
        "e+9",
        "%",
        "‰",
        ",",
        "，",
        ".",
        "．",
        "、",
        "①",
        "一",
        "ー",
        "−",
        "\u202E",
        "\u200B",
        "\uD83D",
        "\uDE00",
        "\u0000",
        "\uFFFF",
        "#",
        "\"",
        "【",
        "】",
        "if ",
        " then ",
        "當",
        "四捨五入至小數2位",
        "億",
        "年",
        "/",
        "0",
        "9".repeat(50),
        "a",
        "甲",
        "x",
        "é",
        "e\u0301",
        "𠮷",
        "١",
        "𝟏",
        "{0}",
        "%s",
        "${a}"
    };

    private static List<String> seeds = List.of();
    private static Map<String, Optional<String>> inputs = Map.of();

    @BeforeContainer
    static void read() throws IOException {
        Path folder = SharedCases.file("hostile/formulas.jsonl").getParent();
        seeds = Stream.concat(
                        PRINTED.stream(),
                        HostileCorpus.readFormulas(folder).stream().map(HostileCorpus.Formula::text))
                .filter(text -> text.length() <= LONGEST_SEED)
                .toList();
        inputs = HostileCorpus.inputs(folder);
    }

    @Property
    void aVariantIsAnswered(@ForAll int seed, @ForAll @IntRange(min = 1, max = 4) int changes) throws Exception {
        Assumptions.assumeFalse(seeds.isEmpty());
        Random random = new Random(seed);
        String text = pick(random, seeds);
        for (int i = 0; i < changes; i++) {
            text = changed(text, random);
        }
        assertEquals(List.of(), findings(text), text);
    }

    /** Cut after every character, and with every character left out. */
    @Property(tries = 60)
    void aFormulaCutAnywhereIsAnswered(@ForAll int seed) throws Exception {
        Assumptions.assumeFalse(seeds.isEmpty());
        String text = pick(new Random(seed), seeds);
        for (int i = 0; i <= text.length(); i++) {
            assertEquals(List.of(), findings(text.substring(0, i)), text.substring(0, i));
            if (i < text.length()) {
                String without = text.substring(0, i) + text.substring(i + 1);
                assertEquals(List.of(), findings(without), without);
            }
        }
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = at + random.nextInt(text.length() - at + 1);
        String head = text.substring(0, at);
        String tail = text.substring(at);
        return switch (random.nextInt(14)) {
            case 0 -> head;
            case 1 -> tail;
            case 2 -> head + pick(random, PIECES) + tail;
            case 3 -> head + pick(random, PIECES).repeat(1 + random.nextInt(200)) + tail;
            case 4 -> head + text.substring(at, end).repeat(2 + random.nextInt(3)) + text.substring(end);
            case 5 -> nested(text, pick(random, BRACKETS), 1 + random.nextInt(130));
            case 6 ->
                head
                        + nested(text.substring(at, end), pick(random, BRACKETS), 1 + random.nextInt(3))
                        + text.substring(end);
            case 7 -> head + pick(random, BREAKS) + tail;
            case 8 -> text.replace(" ", pick(random, BREAKS));
            case 9 -> wide(text, at, end);
            case 10 -> head + tail + pick(random, List.of("+", "/", "^", " and ", ", ")) + pick(random, seeds);
            case 11 -> text.replaceAll("[0-9]", "9".repeat(1 + random.nextInt(400)));
            case 12 -> text.replaceAll("([0-9]+)", "$1e" + (random.nextInt(40_000) - 20_000));
            default -> text.replaceAll("[a-z]", pick(random, List.of("甲", "а", "Ａ", "\u0130", "x".repeat(300), "é")));
        };
    }

    private static String nested(String text, String brackets, int times) {
        return brackets.substring(0, 1).repeat(times)
                + text
                + brackets.substring(1).repeat(times);
    }

    /** Part of it in full width. */
    private static String wide(String text, int from, int to) {
        StringBuilder wide = new StringBuilder(text);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ' && text.charAt(i) < 0x7F) {
                wide.setCharAt(i, (char) (text.charAt(i) + 0xFEE0));
            }
        }
        return wide.toString();
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** What is wrong with the answers to a formula, alone and in a file. */
    private static List<String> findings(String text) throws InterruptedException {
        AtomicReference<List<String>> findings = new AtomicReference<>(List.of());
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        findings.set(asked(text));
                    } catch (Throwable thrown) {
                        findings.set(List.of(thrown + " at "
                                + Stream.of(thrown.getStackTrace()).limit(5).toList()));
                    }
                },
                "variant",
                SMALL_STACK);
        thread.start();
        thread.join();
        return findings.get();
    }

    private static List<String> asked(String text) throws IOException {
        List<String> findings = new ArrayList<>();
        CalcAnswer answer = HostileCorpus.calculate(text, inputs);
        if (answer instanceof CalcAnswer.Refused refused) {
            findings.addAll(HostileCorpus.slips(refused.problems()));
            if (refused.problems().isEmpty()) {
                findings.add("neither a value nor a problem");
            }
        }
        List<Problem> problems = HostileFiles.tell("kpi A \"甲\" {\n  input a  109: 2\n    b\n    109: 3\n  formula "
                        + text + "\n  unit number\n}\nkpi B {\n  formula A + 1\n  unit number\n}\n")
                .problems();
        findings.addAll(HostileCorpus.slips(problems));
        return findings;
    }
}
