package kpi.model;

/** Which way is better. */
public enum Direction {
    HIGHER("higher is better", "越大越好"),
    LOWER("lower is better", "越小越好"),
    /** The actual should be what the target says; more is no better than less. */
    NEAREST("nearest to target is better", "越接近目標越好"),
    WITHIN_BAND("within the band is better", "區間內最好"),
    BY_DATA("depends on the data", "依資料而定"),
    NONE("none", "不計方向");

    private final String en;
    private final String zh;

    Direction(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The relation a target has when none is printed. */
    public Relation targetRelation() {
        return switch (this) {
            case HIGHER -> Relation.AT_LEAST;
            case LOWER -> Relation.AT_MOST;
            case NEAREST, WITHIN_BAND, BY_DATA, NONE -> Relation.EQUAL;
        };
    }

    /** How documents print it. */
    public String name(kpi.diagnostic.Language language) {
        return language == kpi.diagnostic.Language.ZH_TW ? zh : en;
    }
}
