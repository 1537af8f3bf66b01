package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** One line of a points rule: {@code add "…" each 案件 where 類別 = "促參": 1 分, at most 5 分 in all}. */
public record PointItem(
        Span span,
        Kind kind,
        Optional<Label> label,
        Optional<Id> eachTable,
        Optional<Expression> where,
        Optional<Expression> when,
        Optional<Expression> allotted,
        Expression amount,
        List<Cap> caps)
        implements Node {
    public PointItem {
        caps = List.copyOf(caps);
    }

    /** 基本分, 扣分, 加分, 配分. */
    public enum Kind {
        BASE,
        DEDUCT,
        ADD,
        ALLOTTED
    }

    /** A bound on the amount of each case or of all cases together. */
    public record Cap(Span span, Scope scope, Bound bound, Expression amount, Optional<Whole> of) implements Node {
        /** 每案 or 合計. */
        public enum Scope {
            EACH,
            IN_ALL
        }

        /** What a share is a share of: 以總配分計, 以其他得分計. */
        public enum Whole {
            ALLOTTED,
            OTHERS
        }

        /** 上限 or 下限. */
        public enum Bound {
            AT_MOST,
            AT_LEAST
        }
    }
}
