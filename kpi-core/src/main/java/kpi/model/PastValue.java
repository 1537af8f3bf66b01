package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.value.Type;

/**
 * A value of other periods than the evaluated one: {@code previous 期末人口數}, {@code mean of last 3 actual}, {@code growth of
 * X}.
 *
 * @param now its value in the evaluated period, where that is needed, too
 */
public record PastValue(Span span, Recalled what, Optional<Term> now, Window window, Fold fold, Type type)
        implements Term {
    public PastValue {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(fold, "fold");
        boolean needed = window.withThis() || fold == Fold.GROWTH;
        if (now.isPresent() != needed && !(window instanceof Window.At)) {
            throw new IllTypedException("the evaluated period is " + (now.isPresent() ? "not " : "") + "needed");
        }
        now.ifPresent(term -> Terms.requireSame(what.type(), term.type()));
        boolean number = what.type() instanceof Type.Measure;
        if (fold != Fold.VALUE && !number) {
            throw new IllTypedException("only numbers have a " + fold);
        }
        Terms.requireSame(type, fold == Fold.GROWTH ? Type.measure(Dimension.PERCENT) : what.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pastValue(this);
    }
}
