package kpi.diagnostic;

import java.util.stream.Collectors;
import kpi.source.Source;
import kpi.source.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts as documents and attackers write them. */
public final class AnyText {
    private AnyText() {}

    /** Mixed widths, marks, line breaks, invisible characters, supplementary characters, halves of pairs. */
    public static Arbitrary<String> text(int maximum) {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(4)),
                Tuple.of(8, Arbitraries.of("公式", "稅課收入", "＋", "（", "１２％", "、", "　", "𠀀", "㐂")),
                Tuple.of(2, Arbitraries.of("\n", "\r", "\r\n", "\t", "\u0085", "\u2028")),
                Tuple.of(2, Arbitraries.of("\u0301", "\u20DD", "\u3099", "\u1161", "\u0E31", "\uFE0F")),
                Tuple.of(2, Arbitraries.of("\u202E", "\u200B", "\uFEFF", "\u0000", "\u001B", "\u00AD", "\uE000")),
                Tuple.of(1, Arbitraries.of("\uD800", "\uDC00", "\uFFFF", "\uDB40\uDC41", "\uDBFF\uDFFF", "\uFDD0")),
                Tuple.of(1, Arbitraries.of("{0}", "{name}", "%s%n", "${jndi:x}", "<U+0041>", "\\u0041")),
                Tuple.of(1, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(3)));
        return pieces.list().ofMaxSize(maximum).map(list -> list.stream().collect(Collectors.joining()));
    }

    /** A source and a span of it, whatever its offsets cut through; without the sign that drawings cut with. */
    public static Arbitrary<Span> span(int maximum) {
        return spanOf(text(maximum));
    }

    /** The same in one line, which is long more often than not. */
    public static Arbitrary<Span> spanOfLine(int maximum) {
        return spanOf(text(maximum).map(text -> text.replaceAll("[\r\n]", "").repeat(3)));
    }

    private static Arbitrary<Span> spanOf(Arbitrary<String> texts) {
        return texts.map(text -> text.replace('…', '.')).flatMap(text -> {
            Source source = Source.of("a.kpi", text);
            Arbitrary<Integer> offset = Arbitraries.integers().between(0, text.length());
            return Combinators.combine(offset, offset)
                    .as((one, other) -> source.span(Math.min(one, other), Math.max(one, other)));
        });
    }
}
