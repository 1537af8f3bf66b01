package kpi.function;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.unit.Units;
import kpi.value.Quantity;

/** Rounding, always in the unit of the quantity: two places of % are 0.01 %. */
final class Roundings {
    private static final Parameter X = Parameter.joined("x");
    private static final Parameter PLACES = Parameter.bare("places", "小數位數");

    /** What the third argument of round may say. */
    private static final Map<String, Rounding> MODES = modes();

    private static final Parameter MODE = Parameter.oneOf("mode", "方式", MODES);

    private static final KpiFunction ROUND = KpiFunction.named("round", "四捨五入")
            .doc(
                    "Rounds to a number of decimal places of its unit, the half away from zero if no mode is given.",
                    "依其單位四捨五入至指定的小數位數；可另指定進位方式。")
            .takes(Signature.of(X, PLACES, MODE).requiring(1))
            .example("round(2.345, 2)", "2.35")
            .example("round(-2.5)", "-3")
            .example("round(5.3495%, 2)", "5.35%")
            .example("round(1234元, -2)", "1200元")
            .example("round(2.5, 0, \"half even\")", "2")
            .refuses("round(1, 0.5)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("round(1, 2147483647)", NumberException.Kind.TOO_LARGE)
            .refuses("round(1, 2, \"upwards\")", NumberException.Kind.OUTSIDE_DOMAIN)
            .monotone("x", true)
            .law(Law.IDEMPOTENT)
            .compute(a -> rounded(a, a.count() > 2 ? mode(a.text(2)) : Rounding.HALF_UP));

    private static final KpiFunction ROUND_TO_STEP = KpiFunction.named("round to step", "取倍數")
            .doc(
                    "Rounds to a multiple of a step in its own unit, the half away from zero if no mode is given.",
                    "取最接近的級距倍數；恰在中間時離零取；可另指定進位方式。")
            .takes(Signature.of(X, Parameter.joined("step", "級距"), MODE).requiring(2))
            .example("round to step(7.3, 0.5)", "7.5")
            .example("round to step(7.25, 0.5)", "7.5")
            .example("round to step(-7.25分, 0.5分)", "-7.5分")
            .example("round to step(1234元, 100元, \"down\")", "1200元")
            .refuses("round to step(1, 0)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("round to step(1, -1)", NumberException.Kind.OUTSIDE_DOMAIN)
            .law(Law.SCALES, Law.IDEMPOTENT)
            .compute(a ->
                    a.result(a.number(0).roundToStep(a.number(1), a.count() > 2 ? mode(a.text(2)) : Rounding.HALF_UP)));

    private static final KpiFunction TRUNCATE = KpiFunction.named("truncate", "無條件捨去")
            .alias("trunc")
            .doc("Cuts the digits after a number of decimal places.", "捨去指定小數位數以後的數字。")
            .takes(Signature.of(X, PLACES).requiring(1))
            .example("truncate(2.99)", "2")
            .example("truncate(-2.99, 1)", "-2.9")
            .monotone("x", true)
            .law(Law.IDEMPOTENT)
            .compute(a -> rounded(a, Rounding.DOWN));

    private static final KpiFunction ROUND_UP = KpiFunction.named("round up", "無條件進位")
            .alias("round_up")
            .doc("Rounds away from zero to a number of decimal places.", "有餘數即進位至指定的小數位數。")
            .takes(Signature.of(X, PLACES).requiring(1))
            .example("round up(2.01)", "3")
            .example("round up(2.001, 2)", "2.01")
            .monotone("x", true)
            .law(Law.IDEMPOTENT)
            .compute(a -> rounded(a, Rounding.UP));

    private static final KpiFunction FLOOR = KpiFunction.named("floor", "向下取整")
            .doc("The largest whole number that is not above it.", "不大於此數的最大整數。")
            .takes(Signature.of(X))
            .example("floor(2.9)", "2")
            .example("floor(-2.1)", "-3")
            .example("floor(5.9%)", "5%")
            .monotone("x", true)
            .law(Law.IDEMPOTENT)
            .compute(a -> rounded(a, Rounding.FLOOR));

    private static final KpiFunction CEILING = KpiFunction.named("ceiling", "向上取整")
            .alias("ceil")
            .doc("The smallest whole number that is not below it.", "不小於此數的最小整數。")
            .takes(Signature.of(X))
            .example("ceiling(2.1)", "3")
            .example("ceiling(-2.9)", "-2")
            .monotone("x", true)
            .law(Law.IDEMPOTENT)
            .compute(a -> rounded(a, Rounding.CEILING));

    static final List<KpiFunction> ALL = List.of(ROUND, ROUND_TO_STEP, TRUNCATE, ROUND_UP, FLOOR, CEILING);

    private Roundings() {}

    private static Map<String, Rounding> modes() {
        Map<String, Rounding> modes = new LinkedHashMap<>();
        modes.put("half up", Rounding.HALF_UP);
        modes.put("四捨五入", Rounding.HALF_UP);
        modes.put("half even", Rounding.HALF_EVEN);
        modes.put("四捨六入五成雙", Rounding.HALF_EVEN);
        modes.put("half down", Rounding.HALF_DOWN);
        modes.put("五捨六入", Rounding.HALF_DOWN);
        modes.put("up", Rounding.UP);
        modes.put("無條件進位", Rounding.UP);
        modes.put("down", Rounding.DOWN);
        modes.put("無條件捨去", Rounding.DOWN);
        modes.put("ceiling", Rounding.CEILING);
        modes.put("向上取整", Rounding.CEILING);
        modes.put("floor", Rounding.FLOOR);
        modes.put("向下取整", Rounding.FLOOR);
        return Collections.unmodifiableMap(modes);
    }

    /** In the basic unit of the dimension, so that equal quantities round equally whatever they are shown in. */
    private static Quantity rounded(Arguments a, Rounding mode) {
        Exact scale = Units.basic(a.quantity(0).dimension()).scale();
        int places = a.count() > 1 ? a.whole(1) : 0;
        return a.result(a.number(0).dividedBy(scale).round(places, mode).times(scale));
    }

    private static Rounding mode(String text) {
        Rounding mode = MODES.get(Parameter.Accepts.OneOf.fold(text));
        if (mode == null) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "no rounding mode " + text);
        }
        return mode;
    }
}
