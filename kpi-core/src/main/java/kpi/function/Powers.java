package kpi.function;

import java.util.List;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;

/** Powers, roots and logarithms of numbers without a unit, and what division leaves. */
final class Powers {
    private static final KpiFunction SQRT = KpiFunction.named("sqrt", "平方根")
            .doc("The square root; of nothing below 0.", "平方根；引數不得小於 0。")
            .takesPower(Parameter.bare("x"))
            .approximate()
            .example("sqrt(4)", "2")
            .refuses("sqrt(-1)", NumberException.Kind.OUTSIDE_DOMAIN)
            .example("sqrt(2)", "1.414213562373095048801688724209698")
            .monotone("x", true)
            .compute(a -> a.result(Approximations.sqrt(a.number(0))));

    private static final KpiFunction ROOT = KpiFunction.named("root", "方根")
            .doc("The n-th root; an odd one also of a negative number.", "n 次方根；n 為奇數時引數可為負。")
            .takesPower(Parameter.bare("x"), Parameter.bare("n"))
            .approximate()
            .example("root(27, 3)", "3")
            .example("root(-8, 3)", "-2")
            .refuses("root(-8, 2)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("root(8, 1.5)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("root(8, 0)", NumberException.Kind.OUTSIDE_DOMAIN)
            .compute(a -> a.result(Approximations.root(a.number(0), a.whole(1))));

    private static final KpiFunction POWER = KpiFunction.named("power", "次方")
            .alias("pow")
            .doc(
                    "The first argument to the power of the second; exact if that is a whole number.",
                    "第一個引數的第二個引數次方；次方為整數時結果精確。")
            .takesPower(Parameter.bare("x"), Parameter.bare("n"))
            .approximate(Approximation.UNLESS_LAST_IS_WHOLE)
            .example("power(1.1, 3)", "1.331")
            .example("power(2, -2)", "0.25")
            .example("power(4, 0.5)", "2")
            .refuses("power(0, -1)", NumberException.Kind.DIVISION_BY_ZERO)
            .refuses("power(-8, 0.5)", NumberException.Kind.OUTSIDE_DOMAIN)
            .refuses("power(9, 99999999)", NumberException.Kind.TOO_LARGE)
            .compute(a -> a.result(Approximations.power(a.number(0), a.number(1))));

    private static final KpiFunction EXP = KpiFunction.named("exp", "自然指數")
            .doc("e to the power of the argument.", "e 的指定次方。")
            .takesBare(Parameter.bare("x"))
            .approximate()
            .refuses("exp(1000000000)", NumberException.Kind.TOO_LARGE)
            .example("exp(0)", "1")
            .example("exp(1)", "2.718281828459045235360287471352662")
            .monotone("x", true)
            .compute(a -> a.result(Approximations.exp(a.number(0))));

    private static final KpiFunction LN = KpiFunction.named("ln", "自然對數")
            .doc("The natural logarithm; only of what is above 0.", "自然對數；引數須大於 0。")
            .takesBare(Parameter.bare("x"))
            .approximate()
            .refuses("ln(0)", NumberException.Kind.OUTSIDE_DOMAIN)
            .example("ln(1)", "0")
            .example("ln(2)", "0.6931471805599453094172321214581766")
            .monotone("x", true)
            .compute(a -> a.result(Approximations.ln(a.number(0))));

    private static final KpiFunction LOG10 = KpiFunction.named("log10", "常用對數")
            .doc("The logarithm to the base 10; only of what is above 0.", "以 10 為底的對數；引數須大於 0。")
            .takesBare(Parameter.bare("x"))
            .approximate()
            .refuses("log10(-1)", NumberException.Kind.OUTSIDE_DOMAIN)
            .example("log10(1000)", "3")
            .monotone("x", true)
            .compute(a -> a.result(Approximations.log10(a.number(0))));

    private static final KpiFunction MOD = KpiFunction.named("mod", "餘數")
            .doc(
                    "What a whole-number division leaves; it has the sign of the divisor, as in a spreadsheet.",
                    "整數除法的餘數；正負號同除數，與試算表相同。")
            .takes(Signature.of(Parameter.joined("x"), Parameter.joined("divisor", "除數")))
            .example("mod(7, 3)", "1")
            .example("mod(-7, 3)", "2")
            .example("mod(7.5, 2)", "1.5")
            .refuses("mod(5, 0)", NumberException.Kind.DIVISION_BY_ZERO)
            .law(Law.SCALES, Law.IDEMPOTENT)
            .compute(a -> a.result(floored(a.number(0), a.number(1))));

    static final List<KpiFunction> ALL = List.of(SQRT, ROOT, POWER, EXP, LN, LOG10, MOD);

    private Powers() {}

    private static Exact floored(Exact x, Exact divisor) {
        if (divisor.isZero()) {
            throw new NumberException(NumberException.Kind.DIVISION_BY_ZERO, "the remainder of a division by zero");
        }
        Exact remainder = x.remainder(divisor);
        return remainder.signum() * divisor.signum() < 0 ? remainder.plus(divisor) : remainder;
    }
}
