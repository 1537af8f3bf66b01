package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What an example assumes. */
public sealed interface Given extends Node {
    /** {@code 債務還本數(實際數) = 66億元}. */
    record GivenInput(Span span, QualifiedName name, Figure figure) implements Given {}

    /** {@code 期末人口數 94: 22,770,383; 95: 22,876,527}: what it was in several periods. */
    record GivenInPeriods(Span span, QualifiedName name, List<OfPeriod> figures) implements Given {
        public GivenInPeriods {
            figures = List.copyOf(figures);
            if (figures.isEmpty()) {
                throw new IllegalArgumentException("no figures");
            }
        }
    }

    /** The figure of a period, or that it had none: {@code 94: 22,770,383}, {@code 94: missing}. */
    record OfPeriod(Span span, PeriodWord period, Optional<Figure> figure) implements Node {}

    /** {@code pollutant = "PM2.5"}: a cell that is no number. */
    record GivenLiteral(Span span, QualifiedName name, Expression value) implements Given {}

    /** {@code baseline missing}. */
    record GivenMissing(Span span, QualifiedName name) implements Given {}

    /** {@code 案件 35 筆：類別 "有償提供使用"，處數 1}: that many rows with these cells; {@code 案件 108: 35 筆} of a period. */
    record GivenRows(Span span, Id table, Optional<PeriodWord> period, int count, List<GivenCell> cells)
            implements Given {
        public GivenRows {
            cells = List.copyOf(cells);
            if (count < 0) {
                throw new IllegalArgumentException("a count of rows is not negative");
            }
        }
    }

    /** A column and its value: a number, text, date or yes/no literal. */
    record GivenCell(Span span, Id column, Expression value) implements Node {}
}
