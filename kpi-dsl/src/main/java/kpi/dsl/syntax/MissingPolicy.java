package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** What a formula does where a name has no value. */
public sealed interface MissingPolicy extends Node {

    /** {@code leave out}, 略去: out of the calls it is an argument of. */
    record LeaveOut(Span span) implements MissingPolicy {}

    /** {@code as 0}, 以 0 計. */
    record Instead(Span span, Expression value) implements MissingPolicy {}

    /** {@code not applicable "reason"}, 不適用 "理由". */
    record NotApplicable(Span span, Optional<Label> reason) implements MissingPolicy {}
}
