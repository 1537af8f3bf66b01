package kpi.dsl.parser;

/** A place where words are looked up as keywords; anywhere else the same words are names. */
enum Slot {
    FILE("at the start of a line of a file", "檔案的行首"),
    SCORECARD("at the start of a line of a scorecard, perspective or objective", "計分卡、構面、策略目標內的行首"),
    KPI("at the start of a line of a KPI", "指標內的行首"),
    DIMENSION("at the start of a line of a judged dimension", "評分面向內的行首"),
    STAGE("at the start of a line of a stage", "階段內的行首"),
    RATED("in the lines of a judged dimension", "評分面向的各行內"),
    COMBINATION("behind each scorer and all scorers", "每位評分者、全體評分者之後"),
    POINTS("at the start of a line of a points rule", "計分內的行首"),
    EXAMPLE("inside an example", "範例內"),
    EXPRESSION("inside an expression", "算式內"),
    CONVERSION("inside an expression, behind a value", "算式內的值之後"),
    STEP("after a comma", "逗號之後"),
    ROWS("behind the rows of a function", "函數內的列之後"),
    CAP("in a points rule, around a cap", "計分內的上下限"),
    CALENDAR("behind calendar", "曆制之後"),
    HEADER("behind a title", "名稱之後"),
    INPUT("behind the name of an input", "資料項名稱之後"),
    UNIT("behind the unit", "單位之後"),
    DIRECTION("behind direction", "方向之後"),
    MILESTONE("behind actual", "實際值之後"),
    SERIES("behind a period or figure", "期別或數字之後"),
    MISSING("behind the colon of a rule for what is missing", "缺值規定的冒號之後"),
    TARGET("behind a period of a target", "目標值的期別之後"),
    MEASURE("before a printed or expected figure", "公布值、應得的數字之前"),
    VERDICT("in what an example expects", "應得之後"),
    ABSENCE("in an example, in place of a figure", "範例內代替數字"),
    PUBLISHED("behind published", "公布值之後"),
    BY("behind rank and grade", "序位、等級之後"),
    RANK("in a rank", "序位內"),
    GRADE("in a grade", "等級內"),
    ROLL_UP("behind roll up", "彙總之後"),
    MISSING_CHILD("behind missing child", "缺項之後"),
    GATE("behind coverage and gate", "資料完備率、門檻條件之後"),
    METHOD("behind attainment", "目標達成度之後"),
    METHOD_PART("in a method of attainment", "目標達成度的算法內"),
    LAW("behind law", "檢核之後"),
    ATTAINED("behind attained", "達成條件、達成之後"),
    TABLE("in the head of a table", "資料表的第一行"),
    LOOK_UP("in the head of a look-up table", "對照表、級距的第一行"),
    VERSION("behind the period of a version", "自某期起");

    private final String english;
    private final String chinese;

    Slot(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }
}
