package kpi.function;

import java.util.List;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Dimension;

/** Curves that published schemes score by, and limits between years. */
final class Curves {
    private static final Exact THREE = Exact.of(3);

    private static final KpiFunction NORMAL = KpiFunction.named("normal distribution", "常態分配")
            .doc(
                    "How much of the standard normal distribution lies below a number: a share in %.",
                    "標準常態分配在此數以下的比率（%）。")
            .takes(Signature.of(Parameter.bare("z")).yielding(Dimension.PERCENT))
            .approximate()
            .example("normal distribution(0)", "50%")
            .example("normal distribution(1)", "84.13447460685429485852325456320379%")
            .example("normal distribution(-2)", "2.275013194817920720028263716653344%")
            .refuses("normal distribution(-1000)", NumberException.Kind.TOO_LARGE)
            .monotone("z", true)
            .compute(a -> a.result(Approximations.normal(a.number(0))));

    private static final KpiFunction LOG_NORMAL = KpiFunction.named("log normal curve", "對數常態曲線")
            .doc(
                    "The score of a figure of which less is better, on the log-normal curve that gives 50 % at the median and 90 % at "
                            + "the tenth percentile; nothing is 100 %.",
                    "越小越好的數值在對數常態曲線上的得分：中位數得 50%，第 10 百分位數得 90%，0 得 100%。")
            .takes(Signature.of(
                            Parameter.joined("x"),
                            Parameter.joined("median", "中位數"),
                            Parameter.joined("tenth percentile", "第10百分位數"))
                    .yielding(Dimension.PERCENT))
            .approximate()
            .example("log normal curve(4000, 4000, 2000)", "50%")
            .example("log normal curve(2000, 4000, 2000)", "90%")
            .example("log normal curve(0, 4000, 2000)", "100%")
            .refuses("log normal curve(-1, 4000, 2000)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("log normal curve(1, 2000, 4000)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", false)
            .compute(a -> a.result(Approximations.logNormal(a.number(0), a.number(1), a.number(2))));

    private static final KpiFunction TWO_THIRDS = KpiFunction.named("goal and red flag", "目標紅線尺度")
            .doc(
                    "The share of a scale that has two thirds at the goal and one third at the red flag, nothing and all of it as far "
                            + "again outside.",
                    "在目標處得三分之二、紅線處得三分之一的尺度；再往外同樣距離處為 0 與全部。")
            .takes(Signature.of(
                            Parameter.joined("x"), Parameter.joined("goal", "目標"), Parameter.joined("red flag", "紅線"))
                    .yielding(Dimension.PERCENT))
            .example("goal and red flag(600, 700, 500)", "50%")
            .example("goal and red flag(300, 700, 500)", "0%")
            .example("goal and red flag(900, 700, 500)", "100%")
            .example("goal and red flag(1000, 700, 500)", "100%")
            .refuses("goal and red flag(1, 5, 5)", NumberException.Kind.DIVISION_BY_ZERO)
            .compute(a -> a.result(twoThirds(a.number(0), a.number(1), a.number(2))));

    private static final KpiFunction GUARDRAIL = KpiFunction.named("guardrail", "變動上限")
            .doc(
                    "A figure kept within a distance of the one before: it may not move farther in one step.",
                    "將數值限制在前一個數值的一定距離之內：一次不得變動更多。")
            .takes(Signature.of(
                    Parameter.joined("x"), Parameter.joined("before", "前值"), Parameter.joined("distance", "距離")))
            .example("guardrail(87, 80, 5)", "85")
            .example("guardrail(72%, 80%, 5%)", "75%")
            .example("guardrail(83分, 80分, 5分)", "83分")
            .refuses("guardrail(1, 2, -1)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .compute(a -> a.result(kept(a.number(0), a.number(1), a.number(2))));

    static final List<KpiFunction> ALL = List.of(NORMAL, LOG_NORMAL, TWO_THIRDS, GUARDRAIL);

    private Curves() {}

    private static Exact twoThirds(Exact x, Exact goal, Exact redFlag) {
        Exact share =
                x.minus(redFlag).dividedBy(goal.minus(redFlag)).plus(Exact.ONE).dividedBy(THREE);
        return share.max(Exact.ZERO).min(Exact.ONE);
    }

    private static Exact kept(Exact x, Exact before, Exact distance) {
        if (distance.signum() < 0) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "no distance below 0");
        }
        return x.max(before.minus(distance)).min(before.plus(distance));
    }
}
