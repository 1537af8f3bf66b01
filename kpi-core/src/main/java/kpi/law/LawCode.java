package kpi.law;

import kpi.diagnostic.Code;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Texts;

/** What can be wrong with a law of a text. */
public enum LawCode implements Code {
    /** There are facts for which it does not hold. */
    LAW_REFUTED;

    private static final Texts TEXTS = Texts.of("LawCode", LawCode.class::getResourceAsStream);

    @Override
    public String id() {
        return Code.idOf(this);
    }

    @Override
    public ProblemClass problemClass() {
        return ProblemClass.TYPE_ERROR;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
