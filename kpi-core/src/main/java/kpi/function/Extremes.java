package kpi.function;

import java.util.List;
import kpi.number.Exact;
import kpi.number.NumberException;

/** Smallest, largest, size, limits. */
final class Extremes {
    private static final KpiFunction MIN = KpiFunction.named("min", "最小值")
            .alias("取小")
            .doc("The smallest of its arguments.", "各引數中最小的一個。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("min(3, 1, 2)", "1")
            .example("min(95%, 100%)", "95%")
            .example("min(12 件, 7 件)", "7 件")
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES, Law.SHIFTS, Law.BETWEEN)
            .compute(a -> a.result(a.numbers().stream().reduce(Exact::min).orElseThrow()));

    private static final KpiFunction MAX = KpiFunction.named("max", "最大值")
            .alias("取大")
            .doc("The largest of its arguments.", "各引數中最大的一個。")
            .takes(Signature.repeated(Parameter.joined("x")))
            .example("max(3, 1, 2)", "3")
            .example("max(6 分, 7 分)", "7 分")
            .monotone("x", true)
            .law(Law.ANY_ORDER, Law.SCALES, Law.SHIFTS, Law.BETWEEN)
            .compute(a -> a.result(a.numbers().stream().reduce(Exact::max).orElseThrow()));

    private static final KpiFunction ABS = KpiFunction.named("abs", "絕對值")
            .doc("The size of a number without its sign.", "去掉正負號後的大小。")
            .takes(Signature.of(Parameter.joined("x")))
            .example("abs(-5)", "5")
            .example("abs(-3元)", "3元")
            .law(Law.SCALES, Law.IDEMPOTENT)
            .compute(a -> a.result(a.number(0).abs()));

    private static final KpiFunction CLAMP = KpiFunction.named("clamp", "限幅")
            .doc("The first argument, kept at least at the second and at most at the third.", "第一個引數，不低於第二個，也不高於第三個。")
            .takes(Signature.of(Parameter.joined("x"), Parameter.joined("low", "下限"), Parameter.joined("high", "上限")))
            .example("clamp(120%, 0%, 100%)", "100%")
            .example("clamp(-3, 0, 10)", "0")
            .example("clamp(7, 0, 10)", "7")
            .refuses("clamp(1, 3, 2)", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .law(Law.SCALES, Law.SHIFTS, Law.BETWEEN, Law.IDEMPOTENT)
            .compute(a -> {
                if (a.number(1).compareTo(a.number(2)) > 0) {
                    throw new NumberException(
                            NumberException.Kind.OUTSIDE_DOMAIN, "the lower limit is above the upper one");
                }
                return a.result(a.number(0).max(a.number(1)).min(a.number(2)));
            });

    static final List<KpiFunction> ALL = List.of(MIN, MAX, ABS, CLAMP);

    private Extremes() {}
}
