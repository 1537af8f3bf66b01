package kpi.dsl.syntax;

import kpi.source.Span;

/** What is done to everything before the comma it follows: {@code …, at least 0, rounded to 2 places}. */
public sealed interface Step extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method per case. */
    interface Visitor<R> {
        R visitAtMost(AtMost step);

        R visitAtLeast(AtLeast step);

        R visitRoundPlaces(RoundPlaces step);

        R visitRoundWhole(RoundWhole step);

        R visitRoundStep(RoundStep step);

        R visitIfMissing(IfMissing step);

        R visitInterpolated(Interpolated step);

        R visitExtended(Extended step);
    }

    /** {@code at most 100%}, {@code 上限 100%}. */
    record AtMost(Span span, Expression bound) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAtMost(this);
        }
    }

    /** {@code at least 0}, {@code 下限 0}. */
    record AtLeast(Span span, Expression bound) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAtLeast(this);
        }
    }

    /** {@code rounded to 2 places}, {@code 四捨五入至小數2位}: places of the quantity's own unit. */
    record RoundPlaces(Span span, int places, RoundingWord mode) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRoundPlaces(this);
        }
    }

    /** {@code rounded to whole}, {@code 四捨五入至整數}. */
    record RoundWhole(Span span, RoundingWord mode) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRoundWhole(this);
        }
    }

    /** {@code rounded to 0.5 分}, {@code 四捨五入至 0.5 分}. */
    record RoundStep(Span span, Expression step, RoundingWord mode) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRoundStep(this);
        }
    }

    /** {@code if missing 0}, 缺值時 0; {@code if undefined 0%}, 無定義時 0%. */
    record IfMissing(Span span, MissingWord kind, Expression value) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIfMissing(this);
        }
    }

    /** {@code interpolated}, {@code 內插}: behind a look-up, a number between two ends is found in proportion. */
    record Interpolated(Span span) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInterpolated(this);
        }
    }

    /** {@code above the last band extended}, {@code 超出末級者延伸}: behind a look-up. */
    record Extended(Span span) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExtended(this);
        }
    }
}
