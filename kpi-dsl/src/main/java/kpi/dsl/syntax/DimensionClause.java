package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** A line of a judged dimension. */
public sealed interface DimensionClause extends Node {
    /** {@code scale 0 to 100 分, whole}. */
    record Scale(Span span, Figure least, Figure most, boolean whole) implements DimensionClause {}

    /** {@code rubric { … }}. */
    record Rubric(Span span, List<Criterion> criteria) implements DimensionClause {
        public Rubric {
            criteria = List.copyOf(criteria);
        }
    }

    /** {@code 新穎程度 40% { 90 to 100 "國內首創" … }}. */
    record Criterion(Span span, Id name, Figure weight, List<Level> levels) {
        public Criterion {
            levels = List.copyOf(levels);
        }
    }

    /** {@code 90 to 100 "國內首創"}. */
    record Level(Span span, Figure least, Figure most, Label text) {}

    /**
     * {@code stage first "初核" by 3 scorers, at least 2 { … }}.
     *
     * @param count how many scorers; empty where they are named
     */
    record Stage(
            Span span,
            Id id,
            Optional<Label> title,
            Optional<Figure> count,
            List<Label> scorers,
            Optional<Figure> least,
            List<StageRule> rules)
            implements DimensionClause {
        public Stage {
            scorers = List.copyOf(scorers);
            rules = List.copyOf(rules);
        }
    }

    /** {@code score final, otherwise first as provisional}. */
    record Score(Span span, List<Choice> choices) implements DimensionClause {
        public Score {
            choices = List.copyOf(choices);
        }
    }

    /** {@code first as provisional}. */
    record Choice(Span span, Id stage, boolean provisional) {}

    /** {@code score 50 分 + 10 分 × …}. */
    record ScoreFormula(Span span, Expression value) implements DimensionClause {}

    /** {@code bands { 100 分 "優" 90 分以上 … }}: what the score so far is worth. */
    record Bands(ScoreBandsWord bands) implements DimensionClause {
        @Override
        public Span span() {
            return bands.span();
        }
    }

    /** Could not be read; its problem is reported. */
    record Broken(Span span) implements DimensionClause {}
}
