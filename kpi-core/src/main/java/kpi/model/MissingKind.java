package kpi.model;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.value.Absence;

/** The ways of having no value that a rule can name: missing in general, one kind of it, or undefined. */
public enum MissingKind {
    /** Missing for whatever reason a person states; not undefined. */
    MISSING("缺值", "missing", Optional.empty()),
    NOT_REPORTED("未填報", "not reported", Optional.of(Absence.NOT_REPORTED)),
    NOT_APPLICABLE("不適用", "not applicable", Optional.of(Absence.NOT_APPLICABLE)),
    MEANINGLESS("無意義", "meaningless", Optional.of(Absence.MEANINGLESS)),
    NOT_YET_RELEASED("尚未發布", "not yet released", Optional.of(Absence.NOT_YET_RELEASED)),
    /** The computation has no value there: a division by zero, a root of a negative number, an average of no rows. */
    UNDEFINED("無定義", "undefined", Optional.empty());

    private final String zh;
    private final String en;
    private final Optional<Absence> absence;

    MissingKind(String zh, String en, Optional<Absence> absence) {
        this.zh = zh;
        this.en = en;
        this.absence = absence;
    }

    /** Whether a value that is missing so is meant; {@link #UNDEFINED} means none of them. */
    public boolean covers(Absence other) {
        return this == MISSING || absence.filter(other::equals).isPresent();
    }

    /** The words for it. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
