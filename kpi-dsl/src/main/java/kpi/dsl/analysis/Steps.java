package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.RoundingWord;
import kpi.dsl.syntax.Step;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.Fallback;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RoundingRule;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;

/** Steps after a comma: inside brackets they become terms; on a clause's line they stay steps of the rule. */
final class Steps {
    private static final Pattern PLACES = Pattern.compile("\\s*(小數點?後?第?[0-9０-９]+位|整數|[0-9０-９]+\\s+places?|whole)");

    private final ExpressionAnalysis analysis;
    private final Map<Expression, Optional<Term>> limits = new IdentityHashMap<>(2);
    private boolean sound = true;

    Steps(ExpressionAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Remembers what a limit, a step or a substitute is. */
    void typed(Expression limit, Optional<Term> term) {
        limits.put(limit, term);
    }

    private Optional<Term> term(Expression limit) {
        Optional<Term> known = limits.get(limit);
        return known == null ? analysis.analyse(limit) : known;
    }

    /** Whether the steps can be done to the value at all. */
    boolean mayFollow(Term base, List<Step> steps) {
        return Operators.isMeasure(base) || steps.stream().allMatch(Step.IfMissing.class::isInstance);
    }

    Optional<Term> applyTo(Term base, List<Step> steps) {
        if (!Operators.isMeasure(base) && mayFollow(base, steps)) {
            return replaced(base, steps);
        }
        if (!analysis.operators().requireMeasure(base)) {
            return Optional.empty();
        }
        Term current = base;
        for (Step written : steps) {
            if (Operators.dimension(current) instanceof Dimension.Ratio
                    && !isNumber()
                    && !isPrinted(current)
                    && placesOfRatio(written)) {
                continue;
            }
            // A ratio capped at 100% is in % from there on, and so are the places it is rounded to.
            List<kpi.model.Step> typed = typed(List.of(written), unitOf(Operators.dimension(current)));
            if (typed.isEmpty()) {
                continue;
            }
            kpi.model.Step step = typed.get(0);
            kpi.source.Span span = base.span().to(step.span());
            if (step instanceof kpi.model.Step.Cap cap) {
                current = new Capped(span, current, cap.bound(), cap.limit());
            } else if (step instanceof kpi.model.Step.Replace replace) {
                current = new Fallback(span, current, replace.when(), replace.by());
            } else if (step instanceof kpi.model.Step.RoundTo round) {
                current = new RoundedTo(span, current, round.size(), round.mode());
            } else {
                current = new Rounded(span, current, ((kpi.model.Step.Round) step).rule());
            }
        }
        return sound ? Optional.of(current) : Optional.empty();
    }

    /** a/b*100: the printed factor makes a percentage of it, whose places these are. */
    private static boolean isPrinted(Term term) {
        return term instanceof Arithmetic product
                && product.operator() == Arithmetic.Operator.MULTIPLY
                && (isBare(product.left()) || isBare(product.right()));
    }

    private static boolean isBare(Term factor) {
        return factor instanceof Constant constant
                && constant.value() instanceof Quantity quantity
                && quantity.dimension().equals(Dimension.NUMBER);
    }

    /** Whether the KPI says itself that its figures are numbers; a definition may be used by any KPI. */
    private boolean isNumber() {
        return analysis.scope().activation().isEmpty()
                && analysis.scope()
                        .symbols()
                        .own()
                        .filter(own -> own.unit().dimension().equals(Dimension.NUMBER))
                        .isPresent();
    }

    /**
     * Two places of a ratio are 0.01 of it or 0.01 %, a hundredfold apart: neither is a guess to be made. On an actual or
     * attainment line the unit says which.
     */
    private boolean placesOfRatio(Step step) {
        int places;
        if (step instanceof Step.RoundPlaces round) {
            places = round.places();
        } else if (step instanceof Step.RoundWhole) {
            places = 0;
        } else {
            return false;
        }
        String size = NumberText.plain(Exact.of(1, places));
        Problem.Builder problem = Problem.of(AnalysisCode.PLACES_OF_RATIO, step.span())
                .with("size", size)
                .with("text", step.span().text());
        for (String reading : List.of(size + "%", size)) {
            problem.edit(step.span(), sized(step.span().text(), reading));
        }
        analysis.scope().reporter().report(problem);
        sound = false;
        return true;
    }

    /** The step with a size in place of its places, in the words it is written in. */
    private static String sized(String text, String size) {
        return PLACES.matcher(text).replaceFirst(" " + size).replaceAll("\\s+", " ");
    }

    /** A text, a day or a truth may be missing like any number; nothing else is done to it. */
    private Optional<Term> replaced(Term base, List<Step> steps) {
        Optional<Term> current = Optional.of(base);
        for (Step step : steps) {
            Step.IfMissing missing = (Step.IfMissing) step;
            Optional<Term> by = term(missing.value());
            current = current.flatMap(value -> by.flatMap(other -> analysis.operators()
                    .fallback(value.span().to(step.span()), value, Policies.kind(missing.kind()), other)));
        }
        return current;
    }

    /** The steps of a line whose quantity has this unit; those that make no sense are reported and left out. */
    List<kpi.model.Step> typed(List<Step> steps, KpiUnit unit) {
        List<kpi.model.Step> result = new ArrayList<>();
        for (Step step : steps) {
            Optional<kpi.model.Step> done = step.accept(new Typing(unit));
            sound &= done.isPresent();
            done.ifPresent(result::add);
        }
        return result;
    }

    private static KpiUnit unitOf(Dimension dimension) {
        return Units.basic(dimension);
    }

    private final class Typing implements Step.Visitor<Optional<kpi.model.Step>> {
        private final KpiUnit unit;

        Typing(KpiUnit unit) {
            this.unit = unit;
        }

        @Override
        public Optional<kpi.model.Step> visitAtMost(Step.AtMost step) {
            return cap(step.span(), Bound.AT_MOST, step.bound());
        }

        @Override
        public Optional<kpi.model.Step> visitAtLeast(Step.AtLeast step) {
            return cap(step.span(), Bound.AT_LEAST, step.bound());
        }

        private Optional<kpi.model.Step> cap(kpi.source.Span span, Bound bound, Expression limit) {
            return term(limit)
                    .flatMap(term -> analysis.operators().limitFor(unit.dimension(), term, limit.span()))
                    .map(term -> new kpi.model.Step.Cap(span, bound, term));
        }

        @Override
        public Optional<kpi.model.Step> visitRoundPlaces(Step.RoundPlaces step) {
            return Optional.of(new kpi.model.Step.Round(
                    step.span(), new RoundingRule.Places(step.places(), unit, mode(step.mode()))));
        }

        @Override
        public Optional<kpi.model.Step> visitRoundWhole(Step.RoundWhole step) {
            return Optional.of(
                    new kpi.model.Step.Round(step.span(), new RoundingRule.Places(0, unit, mode(step.mode()))));
        }

        @Override
        public Optional<kpi.model.Step> visitRoundStep(Step.RoundStep step) {
            return term(step.step())
                    .flatMap(term -> analysis.operators()
                            .limitFor(unit.dimension(), term, step.step().span()))
                    .flatMap(size -> roundTo(step, size));
        }

        @Override
        public Optional<kpi.model.Step> visitIfMissing(Step.IfMissing step) {
            return term(step.value())
                    .flatMap(term -> analysis.operators()
                            .limitFor(unit.dimension(), term, step.value().span()))
                    .map(term -> new kpi.model.Step.Replace(step.span(), Policies.kind(step.kind()), term));
        }

        /** A number that is written must be above zero; one that is computed is looked at when it is. */
        private Optional<kpi.model.Step> roundTo(Step.RoundStep step, Term size) {
            if (!(size instanceof Constant constant)) {
                return Optional.of(new kpi.model.Step.RoundTo(step.span(), size, mode(step.mode())));
            }
            if (constant.value() instanceof Quantity quantity
                    && quantity.canonical().signum() > 0) {
                RoundingRule rule = new RoundingRule.Step(quantity.canonical(), mode(step.mode()));
                return Optional.of(new kpi.model.Step.Round(step.span(), rule));
            }
            analysis.scope().reporter().report(Problem.of(AnalysisCode.ROUNDING_STEP, size.span()));
            return Optional.empty();
        }

        @Override
        public Optional<kpi.model.Step> visitInterpolated(Step.Interpolated step) {
            return ofLookUp(step);
        }

        @Override
        public Optional<kpi.model.Step> visitExtended(Step.Extended step) {
            return ofLookUp(step);
        }

        private Optional<kpi.model.Step> ofLookUp(Step step) {
            analysis.scope()
                    .reporter()
                    .report(Problem.of(AnalysisCode.STEP_OF_LOOK_UP, step.span())
                            .with("word", step.span().text()));
            return Optional.empty();
        }
    }

    private static Rounding mode(RoundingWord word) {
        return switch (word) {
            case HALF_UP -> Rounding.HALF_UP;
            case HALF_EVEN -> Rounding.HALF_EVEN;
            case HALF_DOWN -> Rounding.HALF_DOWN;
            case UP -> Rounding.UP;
            case DOWN -> Rounding.DOWN;
            case CEILING -> Rounding.CEILING;
            case FLOOR -> Rounding.FLOOR;
        };
    }
}
