package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
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

    /** {@code achievement 6}: the figure of a definition. */
    record ExpectDefinition(Span span, QualifiedName name, Figure figure) implements Expectation {}

    /** {@code missing}, {@code improvement missing}: no figure; of the actual where no definition is named. */
    record ExpectMissing(Span span, Optional<QualifiedName> name) implements Expectation {}

    /** {@code undefined}, {@code rate undefined}: a computation without a value, such as a division by zero. */
    record ExpectUndefined(Span span, Optional<QualifiedName> name) implements Expectation {}

    /** {@code "Low"}, {@code 甲等}. */
    record ExpectGrade(Span span, Label grade) implements Expectation {}

    /** {@code rank 3}. */
    record ExpectRank(Span span, Figure place) implements Expectation {}

    /** A term and whether it is subtracted. */
    record SignedFigure(Span span, boolean negative, Figure figure) implements Node {}
}
