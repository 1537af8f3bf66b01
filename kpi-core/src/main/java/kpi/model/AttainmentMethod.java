package kpi.model;

import kpi.diagnostic.Language;

/** The published ways of measuring an actual against what was aimed at, by name. */
public enum AttainmentMethod {
    /** Any formula of actual, target and levels that is none of those below. */
    FORMULA("formula", "公式"),
    /** {@code actual / target}; undefined for a target of zero or below. */
    RATIO("actual / target", "實際值／目標值"),
    /** {@code target / actual}; undefined for an actual of zero or below, and for a target below zero. */
    INVERSE_RATIO("target / actual", "目標值／實際值"),
    /** {@code 2 − actual / target}; undefined for a target of zero or below. */
    MIRRORED_RATIO("2 − actual / target", "2−實際值／目標值"),
    /**
     * {@code 1 − |actual − target| / |target|}, kept between 0 % and 100 %; of a band the distance to its nearer end, and
     * 100 % inside. Undefined for a target of zero.
     */
    CLOSENESS("closeness", "接近度"),
    /** How much of the way from one figure to another is gone: {@code (actual − a) / (b − a)}, whatever the signs. */
    PROGRESS("progress", "進度"),
    /** The same, kept between 0 % and 100 %. */
    LINEAR("linear", "線性"),
    /** Between a lowest and a highest figure, of which the direction says which is best; kept between 0 % and 100 %. */
    GOALPOSTS("goalposts", "上下限值"),
    /** What a figure is worth, band by band, or in proportion between the two ends of a band. */
    BANDS("bands", "級距"),
    /** 100 % where the KPI is attained, 0 % where it is not. */
    YES_NO("yes/no", "是否達成"),
    /** The larger of two attainments. */
    BEST_OF("best of", "擇優");

    private final String en;
    private final String zh;

    AttainmentMethod(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The name a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }

    /** Which of them a free formula is: the quotients are recognised however the author came to write them. */
    public static AttainmentMethod of(Term formula) {
        if (isQuotient(formula, Facet.ACTUAL, Facet.TARGET)) {
            return RATIO;
        }
        if (isQuotient(formula, Facet.TARGET, Facet.ACTUAL)) {
            return INVERSE_RATIO;
        }
        boolean mirrored = formula instanceof Arithmetic difference
                && difference.operator() == Arithmetic.Operator.SUBTRACT
                && difference.left() instanceof Constant
                && isQuotient(difference.right(), Facet.ACTUAL, Facet.TARGET);
        return mirrored ? MIRRORED_RATIO : FORMULA;
    }

    private static boolean isQuotient(Term term, Facet above, Facet below) {
        return term instanceof Arithmetic quotient
                && quotient.operator() == Arithmetic.Operator.DIVIDE
                && quotient.left() instanceof OwnFigure left
                && quotient.right() instanceof OwnFigure right
                && left.facet() == above
                && right.facet() == below;
    }
}
