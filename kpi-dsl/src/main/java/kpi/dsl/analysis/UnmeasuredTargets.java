package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.Arithmetic;
import kpi.model.AttainmentMethod;
import kpi.model.AttainmentRule;
import kpi.model.Capped;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.KpiVersion;
import kpi.model.OwnFigure;
import kpi.model.Relation;
import kpi.model.Rounded;
import kpi.model.Target;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * Targets that the text prints and the method cannot measure: a quotient by zero, or by a figure below zero. Published
 * schemes treat them in different ways, so the author is asked for one. What only the data tell stays an outcome.
 */
final class UnmeasuredTargets {
    private static final Set<String> NEED_NO_STEPS = Set.of("yes/no", "是否達成", "0%", "undefined", "無定義");

    private final List<KpiVersion> versions;
    private final Reporter reporter;
    private final Set<AnalysisCode> told = EnumSet.noneOf(AnalysisCode.class);

    UnmeasuredTargets(List<KpiVersion> versions, Reporter reporter) {
        this.versions = List.copyOf(versions);
        this.reporter = reporter;
    }

    void check() {
        for (int i = 0; i < versions.size(); i++) {
            KpiVersion version = versions.get(i);
            Optional<ReportingPeriod> end =
                    i + 1 < versions.size() ? versions.get(i + 1).from() : Optional.empty();
            if (version.attainment().isPresent()) {
                version.targets().forEach((period, target) -> {
                    boolean stands = begins(version.from(), period) && (end.isEmpty() || !begins(end, period));
                    if (stands && target.figure().isPresent()) {
                        check(version, target, target.figure().get().quantity().canonical());
                    } else if (stands && target.band().isPresent()) {
                        check(version, target, target.band().get());
                    }
                });
            }
        }
    }

    private static boolean begins(Optional<ReportingPeriod> from, ReportingPeriod period) {
        return from.isEmpty() || !from.get().first().isAfter(period.first());
    }

    private void check(KpiVersion version, Target target, Exact figure) {
        AttainmentRule line = version.attainment().orElseThrow();
        Optional<AttainmentRule> rule = holding(line, figure);
        if (figure.signum() > 0 || rule.isEmpty()) {
            return;
        }
        AnalysisCode code = figure.isZero() ? AnalysisCode.ZERO_TARGET_UNSAID : AnalysisCode.NEGATIVE_TARGET_UNSAID;
        boolean measured = figure.isZero() ? !dividesByZero(rule.get()) : !isQuotient(rule.get());
        if (measured || !told.add(code)) {
            return;
        }
        Problem.Builder problem = problem(code, target, line, new LocalText("目標值", "The target"));
        offer(problem, version, line, figure.isZero());
        reporter.report(problem);
    }

    /** Closeness to a band is a share of its nearer end; a band has no figure that a condition could ask for. */
    private void check(KpiVersion version, Target target, Target.Band band) {
        AttainmentRule line = version.attainment().orElseThrow();
        boolean zero = band.from().quantity().canonical().isZero()
                || band.to().quantity().canonical().isZero();
        boolean measured = !line.cases().isEmpty() || line.method() != AttainmentMethod.CLOSENESS;
        if (zero && !measured && told.add(AnalysisCode.ZERO_TARGET_UNSAID)) {
            LocalText end = new LocalText("目標區間的一端", "An end of the band");
            Problem.Builder problem = problem(AnalysisCode.ZERO_TARGET_UNSAID, target, line, end);
            new MethodChoices(level -> version.level(level).isPresent(), version.direction())
                    .ofAnySign(MethodChoices.isChinese(line.span()))
                    .forEach(choice -> problem.edit(line.value().span(), choice));
            reporter.report(problem);
        }
    }

    private static Problem.Builder problem(AnalysisCode code, Target target, AttainmentRule line, LocalText what) {
        return Problem.of(code, target.span()).with("what", what).related(line.span(), "measured-here");
    }

    /** The choices: another method for such targets in a line of its own, or where there is no room for one, at all. */
    private static void offer(Problem.Builder problem, KpiVersion version, AttainmentRule line, boolean zero) {
        Span span = line.span();
        boolean chinese = MethodChoices.isChinese(span);
        List<String> choices = new ArrayList<>(
                new MethodChoices(level -> version.level(level).isPresent(), version.direction()).ofAnySign(chinese));
        String before = span.source().text().substring(span.start() - (span.column() - 1), span.start());
        if (!before.isBlank()) {
            choices.forEach(choice -> problem.edit(line.value().span(), choice));
            return;
        }
        if (zero) {
            choices.add("0%");
        }
        choices.add(chinese ? "無定義" : "undefined");
        String indentation = "\n" + " ".repeat(span.column() + "attainment".length());
        String condition = chinese ? "當 目標值 " + (zero ? "= 0：" : "< 0：") : "when target " + (zero ? "= 0: " : "< 0: ");
        Span end = span.source().span(span.end(), span.end());
        String steps = steps(line);
        choices.forEach(choice ->
                problem.edit(end, indentation + condition + choice + (NEED_NO_STEPS.contains(choice) ? "" : steps)));
    }

    /** The steps of the line, as they are written: a case has steps of its own. */
    private static String steps(AttainmentRule line) {
        int end = line.cases().isEmpty()
                ? line.span().end()
                : line.cases().get(0).span().start();
        String behind = line.span()
                .source()
                .text()
                .substring(line.value().span().end(), end)
                .strip();
        return behind.startsWith(",") || behind.startsWith("，") ? behind : "";
    }

    /** The method that holds for a target; empty where the text alone does not tell. */
    private static Optional<AttainmentRule> holding(AttainmentRule line, Exact target) {
        for (AttainmentRule.Case each : line.cases()) {
            Optional<Boolean> holds = holds(each.condition(), target);
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            if (holds.get()) {
                return Optional.of(each.rule());
            }
        }
        return Optional.of(line);
    }

    private static Optional<Boolean> holds(Term condition, Exact target) {
        if (!(condition instanceof Comparison comparison)) {
            return Optional.empty();
        }
        Optional<Exact> left = number(comparison.first(), target);
        boolean all = true;
        for (Comparison.Link link : comparison.links()) {
            Optional<Exact> right = number(link.right(), target);
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            all &= holds(link.relation(), left.get().compareTo(right.get()));
            left = right;
        }
        return Optional.of(all);
    }

    private static boolean holds(Relation relation, int order) {
        return switch (relation) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
        };
    }

    private static Optional<Exact> number(Term term, Exact target) {
        if (isTarget(term)) {
            return Optional.of(target);
        }
        return term instanceof Constant constant && constant.value() instanceof Quantity quantity
                ? Optional.of(quantity.canonical())
                : Optional.empty();
    }

    private static boolean isTarget(Term term) {
        return term instanceof OwnFigure own && own.facet() == Facet.TARGET;
    }

    /** A quotient of actual and target, or the best of two of which one is. */
    private static boolean isQuotient(AttainmentRule rule) {
        return switch (rule.method()) {
            case RATIO, INVERSE_RATIO, MIRRORED_RATIO -> true;
            case BEST_OF ->
                parts(rule.value()).stream()
                        .map(AttainmentMethod::of)
                        .anyMatch(method -> method != AttainmentMethod.FORMULA);
            case FORMULA, CLOSENESS, BANDS, PROGRESS, LINEAR, GOALPOSTS, YES_NO -> false;
        };
    }

    private static boolean dividesByZero(AttainmentRule rule) {
        return switch (rule.method()) {
            case RATIO, INVERSE_RATIO, MIRRORED_RATIO, CLOSENESS -> true;
            case BEST_OF -> isQuotient(rule);
            case FORMULA -> dividesByTarget(rule.value());
            case BANDS, PROGRESS, LINEAR, GOALPOSTS, YES_NO -> false;
        };
    }

    /** What caps hold together: two methods, each perhaps kept between 0 % and 100 %. */
    private static List<Term> parts(Term term) {
        List<Term> parts = new ArrayList<>();
        List<Term> open = new ArrayList<>(List.of(term));
        while (!open.isEmpty()) {
            Term next = open.remove(open.size() - 1);
            if (next instanceof Capped capped) {
                open.add(capped.base());
                open.add(capped.limit());
            } else {
                parts.add(next);
            }
        }
        return parts;
    }

    /** Whether the formula divides by the target whatever the actual is: behind a condition of its own it need not. */
    private static boolean dividesByTarget(Term formula) {
        List<Term> open = new ArrayList<>(List.of(formula));
        while (!open.isEmpty()) {
            Term next = open.remove(open.size() - 1);
            if (next instanceof Arithmetic arithmetic) {
                if (arithmetic.operator() == Arithmetic.Operator.DIVIDE && isTarget(arithmetic.right())) {
                    return true;
                }
                open.add(arithmetic.left());
                open.add(arithmetic.right());
            } else if (next instanceof Capped capped) {
                open.add(capped.base());
                open.add(capped.limit());
            } else if (next instanceof Rounded rounded) {
                open.add(rounded.base());
            }
        }
        return false;
    }
}
