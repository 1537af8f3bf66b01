package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What stands behind the colon of a column. */
public sealed interface ColumnTypeWord extends Node {
    /** A number in this unit. */
    record UnitType(Span span, UnitWord unit) implements ColumnTypeWord {}

    /** One of the named types; a period may say whose years it counts: {@code 西元 期別}. */
    record NamedType(Span span, Kind kind, Optional<CalendarWord> calendar) implements ColumnTypeWord {
        /** 數值, 文字, 是/否, 日期, 期別, 月 (a whole number from 1 to 12) and 鍵 (identifies the row). */
        public enum Kind {
            NUMBER,
            TEXT,
            YES_NO,
            DATE,
            PERIOD,
            MONTH,
            KEY
        }
    }

    /** One of these texts: {@code "促參" | "委營OT"}. */
    record OneOf(Span span, List<Label> values) implements ColumnTypeWord {
        public OneOf {
            values = List.copyOf(values);
        }
    }
}
