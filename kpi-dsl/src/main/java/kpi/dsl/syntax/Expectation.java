package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** What an example expects. */
public sealed interface Expectation extends Node {
    /** A figure; a bare one is the actual. */
    record ExpectFigure(Span span, MeasureWord what, Figure figure) implements Expectation {}

    /** {@code 80 − 1.7 + 3.5 = 81.8 分}: every term is checked, not only the total. */
    record ExpectSum(Span span, List<SignedFigure> terms, Figure total) implements Expectation {
        public ExpectSum {
            terms = List.copyOf(terms);
        }
    }

    /** {@code attained} or {@code not attained}. */
    record ExpectVerdict(Span span, boolean attained) implements Expectation {}

    /** A term and whether it is subtracted. */
    record SignedFigure(Span span, boolean negative, Figure figure) implements Node {}
}
