package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keywords of the language: the token each becomes, the slot it is known in, its spellings in both languages. */
enum Keyword {
    LANGUAGE(Slot.FILE, zh("語言"), en("language")),
    CALENDAR(Slot.FILE, zh("曆制"), en("calendar")),
    DEFINE(Slot.FILE, zh("定義"), en("define")),
    LOOK_UP(Slot.FILE, zh("對照表"), en("table")),
    BANDS(Slot.FILE, zh("級距"), en("bands")),
    DEFINE_UNIT(Slot.FILE, zh("定義單位", "單位"), en("unit")),
    SCORECARD(Slot.FILE, zh("計分卡"), en("scorecard")),
    KPI(Slot.FILE, zh("指標"), en("kpi")),
    DATA(Slot.FILE, zh("資料表"), en("data")),
    RATINGS(Slot.FILE, zh("評分表", "評分"), en("ratings")),
    DIMENSION(Slot.FILE, zh("評分面向"), en("dimension")),

    SCALE(Slot.DIMENSION, zh("尺度"), en("scale")),
    RUBRIC(Slot.DIMENSION, zh("評分標準"), en("rubric")),
    STAGE(Slot.DIMENSION, zh("階段"), en("stage")),
    SCORE(Slot.DIMENSION, zh("得分"), en("score")),
    SCORE_BANDS(Slot.DIMENSION, zh("級距"), en("bands")),
    EACH_SCORER(Slot.STAGE, zh("每位評分者"), en("each scorer")),
    ALL_SCORERS(Slot.STAGE, zh("全體評分者"), en("all scorers")),
    MISSING_SCORER(Slot.STAGE, zh("缺評分者"), en("missing a scorer")),
    AS_GIVEN(Slot.STAGE, zh("照給分"), en("as given")),

    PERSPECTIVE(Slot.SCORECARD, zh("構面"), en("perspective")),
    OBJECTIVE(Slot.SCORECARD, zh("策略目標"), en("objective")),
    SUMMARY(Slot.SCORECARD, zh("總表"), en("summary")),
    ROLL_UP(Slot.SCORECARD, zh("彙總"), en("roll up", "roll - up")),
    MISSING_CHILD(Slot.SCORECARD, zh("缺項"), en("missing child")),
    HOLD_HARMLESS(Slot.SCORECARD, zh("從優計列"), en("hold harmless")),
    COVERAGE(Slot.SCORECARD, zh("資料完備率"), en("coverage")),
    GATE(Slot.SCORECARD, zh("門檻條件"), en("gate")),

    OWNER(Slot.KPI, zh("主責局處"), en("owner")),
    AUTHORITY(Slot.KPI, zh("依據"), en("authority")),
    PRINTED(Slot.KPI, zh("原文"), en("printed")),
    ANNOTATION(Slot.KPI, zh("附註"), en("note")),
    SOURCE(Slot.KPI, zh("資料來源"), en("source")),
    INPUT(Slot.KPI, zh("資料項"), en("input")),
    FORMULA(Slot.KPI, zh("公式"), en("formula")),
    UNIT_CLAUSE(Slot.KPI, zh("單位"), en("unit")),
    ACTUAL_CLAUSE(Slot.KPI, zh("實際值"), en("actual")),
    DIRECTION(Slot.KPI, zh("方向"), en("direction")),
    TARGET_CLAUSE(Slot.KPI, zh("目標值"), en("target")),
    BASELINE(Slot.KPI, zh("基期值"), en("baseline")),
    THRESHOLD(Slot.KPI, zh("門檻值"), en("threshold")),
    BENCHMARK(Slot.KPI, zh("標竿值"), en("benchmark")),
    STRETCH(Slot.KPI, zh("挑戰值"), en("stretch")),
    LEGAL_FLOOR(Slot.KPI, zh("法定下限"), en("legal floor")),
    REPORTED(Slot.KPI, zh("填報值"), en("reported")),
    ATTAINMENT_CLAUSE(Slot.KPI, zh("目標達成度"), en("attainment")),
    ATTAINED(Slot.KPI, zh("達成"), en("attained")),
    ATTAINED_WHEN(Slot.KPI, zh("達成條件"), en("attained when")),
    GRADE(Slot.KPI, zh("等級"), en("grade")),
    LIGHT(Slot.KPI, zh("燈號"), en("light")),
    RANK(Slot.KPI, zh("序位"), en("rank")),
    POINTS(Slot.KPI, zh("計分"), en("points")),
    MILESTONES(Slot.KPI, zh("里程碑"), en("milestones")),
    PUBLISHED(Slot.KPI, zh("公布值"), en("published")),
    EXAMPLE(Slot.KPI, zh("範例"), en("example")),
    VERSION(Slot.KPI, zh("自"), en("from")),
    LAW(Slot.KPI, zh("檢核"), en("law")),
    MISSING_CLAUSE(Slot.KPI, zh("缺值"), en("missing")),
    NOT_REPORTED_CLAUSE(Slot.KPI, zh("未填報"), en("not reported")),
    NOT_APPLICABLE_CLAUSE(Slot.KPI, zh("不適用"), en("not applicable")),
    MEANINGLESS_CLAUSE(Slot.KPI, zh("無意義"), en("meaningless")),
    NOT_YET_RELEASED_CLAUSE(Slot.KPI, zh("尚未發布"), en("not yet released")),
    UNDEFINED_CLAUSE(Slot.KPI, zh("無定義"), en("undefined")),
    NOT_COMPARABLE(Slot.KPI, zh("公式調整"), en("formula changed")),

    BASE(Slot.POINTS, zh("基本分"), en("base")),
    DEDUCT(Slot.POINTS, zh("扣分"), en("deduct")),
    ADD(Slot.POINTS, zh("加分"), en("add")),
    ALLOTTED(Slot.POINTS, zh("配分"), en("allotted")),
    POINT_GROUP(Slot.POINTS, zh("分組"), en("group")),
    POINT_TOTAL(Slot.POINTS, zh("總分"), en("total")),

    GIVEN(Slot.EXAMPLE, zh("設"), en("given")),
    EXPECT(Slot.EXAMPLE, zh("應得"), en("expect")),

    ROC(Slot.CALENDAR, zh("民國"), en("roc")),
    WESTERN(Slot.CALENDAR, zh("西元"), en("western")),
    ALSO(Slot.HEADER, zh("又名"), en("also")),
    PER_ROW(Slot.HEADER, zh("逐列"), en("per row of")),
    PER(Slot.HEADER, zh("逐"), en("per")),
    IN_UNIT(Slot.INPUT, zh("單位"), en("in")),
    SHOWN_IN(Slot.UNIT, zh("以"), en("shown in")),
    SHOWN(Slot.UNIT, zh("表示"), en()),
    PRINTED_AS(Slot.UNIT, zh("印為"), en("printed as")),
    HIGHER(
            Slot.DIRECTION,
            zh("越大越好", "愈大愈好", "越高越好", "愈高愈好", "越多越好", "愈多愈好"),
            en("higher is better", "larger is better")),
    LOWER(
            Slot.DIRECTION,
            zh("越小越好", "愈小愈好", "越低越好", "愈低愈好", "越少越好", "愈少愈好"),
            en("lower is better", "smaller is better")),
    NEAREST(Slot.DIRECTION, zh("越接近目標越好", "越接近越好"), en("nearest to target is better")),
    TOLERANCE(Slot.DIRECTION, zh("容許差距"), en("within")),
    OF_TARGET(Slot.DIRECTION, zh("按目標值計"), en("of target")),
    WITHIN_BAND(Slot.DIRECTION, zh("區間內最好"), en("within the band is better")),
    NO_DIRECTION(Slot.DIRECTION, zh("不計方向"), en("none")),
    WITHOUT_TARGET(Slot.DIRECTION, zh("不設目標"), en("without target")),

    LAST_MILESTONE(Slot.MILESTONE, zh("依序達成之最後里程碑", "依序達成的最後里程碑"), en("last milestone reached without a gap")),
    HIGHEST_MILESTONE(Slot.MILESTONE, zh("已達成之最高里程碑", "已達成的最高里程碑"), en("highest milestone reached")),

    AS_OF(Slot.SERIES, zh("截至"), en("as of")),
    KNOWN_ON(Slot.SERIES, zh("得知於"), en("known on")),
    PROVISIONAL(Slot.SERIES, zh("暫定"), en("provisional")),
    FINAL(Slot.SERIES, zh("確定"), en("final")),
    BASIS(
            Slot.SERIES,
            zh("實收數", "審定數", "決算數", "預算數", "預算案數", "法定預算數", "概算數", "累計數"),
            en("received", "audited", "settled", "budget", "budget proposal", "cumulative")),
    REPLACES(Slot.SERIES, zh("取代公式"), en("replaces the formula")),
    ASSERTED(Slot.SERIES, zh("認定"), en("asserted")),
    NOT_REPORTED(Slot.SERIES, zh("未填報"), en("not reported")),
    NOT_APPLICABLE(Slot.SERIES, zh("不適用"), en("not applicable")),
    MEANINGLESS(Slot.SERIES, zh("無意義"), en("meaningless")),
    NOT_YET_RELEASED(Slot.SERIES, zh("尚未發布"), en("not yet released")),
    LEAVE_OUT(Slot.MISSING, zh("略去"), en("leave out")),
    INSTEAD(Slot.MISSING, zh("以"), en("as")),
    COUNTED(Slot.MISSING, zh("計"), en()),
    AS_NOT_APPLICABLE(Slot.MISSING, zh("不適用"), en("not applicable")),
    BETWEEN(Slot.TARGET, zh("介於"), en("between")),
    BAND_AND(Slot.TARGET, zh("與"), en("and")),
    NONE_PRINTED(Slot.TARGET, zh("未載"), en("none printed")),

    ACTUAL(Slot.MEASURE, zh("實際值"), en("actual")),
    TARGET(Slot.MEASURE, zh("目標值"), en("target")),
    ATTAINMENT(Slot.MEASURE, zh("目標達成度"), en("attainment")),
    ATTAINED_SHARE(Slot.MEASURE, zh("達成項數比率"), en("attained share")),
    MEAN_ATTAINMENT(Slot.MEASURE, zh("平均目標達成度"), en("mean attainment")),
    IS_ATTAINED(Slot.VERDICT, zh("達成"), en("attained")),
    NOT_ATTAINED(Slot.VERDICT, zh("未達成"), en("not attained")),
    EXPECT_RANK(Slot.VERDICT, zh("序位"), en("rank")),
    NO_VALUE(Slot.ABSENCE, zh("缺值"), en("missing")),
    NO_RESULT(Slot.ABSENCE, zh("無定義"), en("undefined")),
    COLUMN(Slot.PUBLISHED, zh("欄"), en("column")),
    BY(Slot.BY, zh("依"), en("by")),
    RANK_WITHIN(Slot.RANK, zh("同"), en("within")),
    RANK_WHERE(Slot.RANK, zh("限"), en("where")),
    HIGHEST_FIRST(Slot.RANK, zh("高者在前"), en("highest first")),
    LOWEST_FIRST(Slot.RANK, zh("低者在前"), en("lowest first")),
    TIES_BEST(Slot.RANK, zh("同分同列最佳序位"), en("ties share the best place")),
    TIES_WORST(Slot.RANK, zh("同分同列最差序位"), en("ties share the worst place")),
    TIES_MEAN(Slot.RANK, zh("同分同列平均序位"), en("ties share the mean place")),
    TIES_DENSE(Slot.RANK, zh("同分同列不跳號"), en("ties share one place without gaps")),
    TIES_IN_ORDER(Slot.RANK, zh("同分依列序"), en("ties in row order")),
    GRADE_FROM(Slot.GRADE, zh("以上"), en("and above")),
    GRADE_UP_TO(Slot.GRADE, zh("以下"), en("and below")),
    GRADE_OVER(Slot.GRADE, zh("超過"), en("above")),
    CREDIT_TO(Slot.GRADE, zh("至"), en("to")),
    GRADE_UNDER(Slot.GRADE, zh("未滿", "未達"), en("below")),
    WEIGHTED_MEAN(Slot.ROLL_UP, zh("加權平均"), en("weighted mean")),
    CHILD_MEAN(Slot.ROLL_UP, zh("平均"), en("mean")),
    CHILD_GEOMETRIC_MEAN(Slot.ROLL_UP, zh("幾何平均"), en("geometric mean")),
    CHILD_HARMONIC_MEAN(Slot.ROLL_UP, zh("調和平均"), en("harmonic mean")),
    CHILD_MIN(Slot.ROLL_UP, zh("最小值"), en("min")),
    CHILD_MAX(Slot.ROLL_UP, zh("最大值"), en("max")),
    CHILD_SUM(Slot.ROLL_UP, zh("合計"), en("sum")),
    WORST_CHILD(Slot.ROLL_UP, zh("最差項目"), en("worst child")),
    CHILD_SHARE(Slot.ROLL_UP, zh("達成項數比率"), en("attained share")),
    RANK_SUM(Slot.ROLL_UP, zh("序位合計"), en("rank sum")),
    OF_FIGURE(Slot.ROLL_UP, zh("之"), en("of")),
    TOTAL_MISSING(Slot.MISSING_CHILD, zh("總分缺值"), en("total missing")),
    CHILD_LEFT_OUT(Slot.MISSING_CHILD, zh("略去"), en("left out")),
    SHARED_IN_PROPORTION(Slot.MISSING_CHILD, zh("權重依比例分攤"), en("weight shared in proportion")),
    SHARED_EQUALLY(Slot.MISSING_CHILD, zh("權重平均分攤"), en("weight shared equally")),
    NOT_SHARED(Slot.MISSING_CHILD, zh("權重不分攤"), en("weight not shared")),
    AT_LEAST_SO_MUCH(Slot.GATE, zh("至少"), en("at least")),
    OF_THE_WEIGHT(Slot.GATE, zh("的權重"), en("of the weight")),
    OF_ALL(Slot.GATE, zh("共"), en("of")),
    CHILDREN(Slot.GATE, zh("項"), en("children")),
    EVERY_CHILD(Slot.GATE, zh("各項"), en("every child")),
    EVERY_PERSPECTIVE(Slot.GATE, zh("各構面"), en("every perspective")),
    EVERY_OBJECTIVE(Slot.GATE, zh("各策略目標"), en("every objective")),
    EVERY_KPI(Slot.GATE, zh("各指標"), en("every kpi")),
    EVERY_PART(Slot.GATE, zh("各分項"), en("every part")),
    IF_SHUT(Slot.GATE, zh("否則"), en("otherwise")),
    NO_GRADE(Slot.GATE, zh("不列等級"), en("no grade")),
    NO_FIGURE(Slot.GATE, zh("不適用"), en("not applicable")),
    KEPT_AT_MOST(Slot.GATE, zh("上限"), en("at most")),
    GRADE_AT_MOST(Slot.GATE, zh("等級 至多"), en("grade at most")),
    RULE_FROM(Slot.RATED, zh("自"), en("from")),
    SCORE_TO(Slot.RATED, zh("至"), en("to")),
    WHOLE_SCORES(Slot.RATED, zh("整數"), en("whole")),
    BY_SCORERS(Slot.RATED, zh("由"), en("by")),
    SCORERS(Slot.RATED, zh("位評分者", "位"), en("scorers", "scorer")),
    SCORERS_LEAST(Slot.RATED, zh("至少"), en("at least")),
    SCORER_LEFT_OUT(Slot.RATED, zh("略去"), en("leave out")),
    STAGE_MISSING(Slot.RATED, zh("階段缺值"), en("stage missing")),
    DEPARTS(Slot.RATED, zh("差距不逾"), en("within")),
    OF_STAGE(Slot.RATED, zh("於"), en("of")),
    WITH_REASON(Slot.RATED, zh("附理由"), en("with a reason")),
    ELSE_STAGE(Slot.RATED, zh("否則"), en("otherwise")),
    AS_PROVISIONAL(Slot.RATED, zh("列為暫定"), en("as provisional")),
    SCORE_AS_GIVEN(Slot.COMBINATION, zh("照給分"), en("as given")),
    CRITERIA_WEIGHTED(Slot.COMBINATION, zh("各項加權平均"), en("weighted mean of criteria")),
    CRITERIA_MEAN(Slot.COMBINATION, zh("各項平均"), en("mean of criteria")),
    CRITERIA_SUM(Slot.COMBINATION, zh("各項合計"), en("sum of criteria")),
    CRITERIA_MIN(Slot.COMBINATION, zh("各項最小值"), en("min of criteria")),
    CRITERIA_MAX(Slot.COMBINATION, zh("各項最大值"), en("max of criteria")),
    SCORERS_MEAN(Slot.COMBINATION, zh("平均"), en("mean")),
    SCORERS_TRIMMED(Slot.COMBINATION, zh("去頭尾平均"), en("trimmed mean")),
    SCORERS_MEDIAN(Slot.COMBINATION, zh("中位數"), en("median")),
    SCORERS_MIN(Slot.COMBINATION, zh("最小值"), en("min")),
    SCORERS_MAX(Slot.COMBINATION, zh("最大值"), en("max")),
    SCORERS_SUM(Slot.COMBINATION, zh("合計"), en("sum")),
    BANDS_METHOD(Slot.METHOD, zh("級距"), en("bands")),
    BANDS_BY(Slot.METHOD_PART, zh("依"), en("by")),
    CLOSENESS(Slot.METHOD, zh("接近度"), en("closeness")),
    PROGRESS(Slot.METHOD, zh("進度"), en("progress")),
    LINEAR(Slot.METHOD, zh("線性"), en("linear")),
    GOALPOSTS(Slot.METHOD, zh("上下限值"), en("goalposts")),
    YES_NO(Slot.METHOD, zh("是否達成"), en("yes / no")),
    UNDEFINED_METHOD(Slot.METHOD, zh("無定義"), en("undefined")),
    ACHIEVEMENT(Slot.METHOD, zh("達成表現"), en("achievement")),
    IMPROVEMENT(Slot.METHOD, zh("進步表現"), en("improvement")),
    BEST_OF(Slot.METHOD, zh("擇優"), en("best of")),
    FROM_POINT(Slot.METHOD_PART, zh("自"), en("from")),
    TO_POINT(Slot.METHOD_PART, zh("至"), en("to")),
    BEST_AND(Slot.METHOD_PART, zh("與"), en("and")),
    LAW_BETWEEN(Slot.LAW, zh("介於"), en("between")),
    LAW_TO(Slot.LAW, zh("與"), en("and")),
    LAW_AT_LEAST(Slot.LAW, zh("至少"), en("at least")),
    LAW_AT_MOST(Slot.LAW, zh("至多"), en("at most")),
    ACTUAL_NEVER_FALLS(Slot.LAW, zh("實際值不減"), en("actual never falls")),
    ACTUAL_NEVER_RISES(Slot.LAW, zh("實際值不增"), en("actual never rises")),
    ACTUAL_UNCHANGED(Slot.LAW, zh("實際值不變"), en("actual unchanged", "unchanged")),
    ATTAINMENT_NEVER_FALLS(Slot.LAW, zh("目標達成度不減"), en("attainment never falls")),
    ATTAINMENT_NEVER_RISES(Slot.LAW, zh("目標達成度不增"), en("attainment never rises")),
    ATTAINMENT_UNCHANGED(Slot.LAW, zh("目標達成度不變"), en("attainment unchanged")),
    LAW_WHEN(Slot.LAW, zh("時"), en("when")),
    LAW_RISES(Slot.LAW, zh("增"), en("rises")),
    LAW_SCALED(Slot.LAW, zh("同乘一數"), en("are scaled together")),
    LAW_ROWS(Slot.LAW, zh("各列"), en("rows of")),
    LAW_REORDERED(Slot.LAW, zh("換序"), en("are reordered")),
    LAW_ROW(Slot.LAW, zh(), en("a row of")),
    LAW_ADDED(Slot.LAW, zh("增一筆"), en("is added")),
    LAW_WITH(Slot.LAW, zh(), en("with")),
    LAW_AGAIN(Slot.LAW, zh("各步驟 再做一次"), en("its steps are done again")),
    MEETS_TARGET(Slot.ATTAINED, zh("實際值符合目標值"), en("actual meets target")),
    ONWARD(Slot.VERSION, zh("起"), en("on")),
    STEPS(Slot.LOOK_UP, zh("刻度"), en("in steps of")),
    FIRST_MATCH(Slot.LOOK_UP, zh("取首個相符者"), en("first match")),
    FROM_FILE(Slot.TABLE, zh("來自"), en("from")),
    MAY_BE_MISSING(Slot.TABLE, zh("可缺", "可缺值"), en("may be missing")),

    AND(Slot.EXPRESSION, zh("且"), en("and")),
    OR(Slot.EXPRESSION, zh("或"), en("or")),
    NOT(Slot.EXPRESSION, zh("非"), en("not")),
    IF(Slot.EXPRESSION, zh("若"), en("if")),
    THEN(Slot.EXPRESSION, zh("則"), en("then")),
    ELSE(Slot.EXPRESSION, zh("否則"), en("else")),
    EACH(Slot.EXPRESSION, zh("每"), en("each")),
    WHERE(Slot.EXPRESSION, zh("限"), en("where")),
    WHEN(Slot.EXPRESSION, zh("當"), en("when")),
    OTHERWISE(Slot.EXPRESSION, zh("其餘"), en("otherwise")),
    OTHERWISE_UNDEFINED(Slot.EXPRESSION, zh("其餘 無定義"), en("otherwise undefined")),
    EXCEPT(Slot.EXPRESSION, zh("但"), en("except")),
    REACHES(Slot.EXPRESSION, zh("達到"), en("reaches")),
    DOES_NOT_REACH(Slot.EXPRESSION, zh("未達到"), en("does not reach")),
    BETTER_THAN(Slot.EXPRESSION, zh("優於"), en("is better than")),
    NOT_BETTER_THAN(Slot.EXPRESSION, zh("未優於"), en("is not better than")),
    STARTS_WITH(Slot.EXPRESSION, zh("開頭為"), en("starts with")),
    ENDS_WITH(Slot.EXPRESSION, zh("結尾為"), en("ends with")),
    CONTAINS(Slot.EXPRESSION, zh("含有"), en("contains")),
    IN(Slot.EXPRESSION, zh("屬於"), en("in")),
    NOT_IN(Slot.EXPRESSION, zh("不屬於"), en("not in")),
    MEASURED_IN(Slot.CONVERSION, zh("以"), en("in")),
    MEASURED(Slot.CONVERSION, zh("計"), en()),
    YES(Slot.EXPRESSION, zh("是"), en("yes", "true")),
    NO(Slot.EXPRESSION, zh("否"), en("no", "false")),
    IS_MISSING(Slot.EXPRESSION, zh("為缺值", "為 缺值"), en("is missing")),
    IS_NOT_REPORTED(Slot.EXPRESSION, zh("為未填報", "為 未填報"), en("is not reported")),
    IS_NOT_APPLICABLE(Slot.EXPRESSION, zh("為不適用", "為 不適用"), en("is not applicable")),
    IS_MEANINGLESS(Slot.EXPRESSION, zh("為無意義", "為 無意義"), en("is meaningless")),
    IS_NOT_YET_RELEASED(Slot.EXPRESSION, zh("為尚未發布", "為 尚未發布"), en("is not yet released")),
    IS_UNDEFINED(Slot.EXPRESSION, zh("為無定義", "為 無定義"), en("is undefined")),
    IS_NOT_MISSING(Slot.EXPRESSION, zh("非缺值", "不為缺值"), en("is not missing")),
    IN_PERIOD(Slot.EXPRESSION, zh("於"), en("for")),
    IS_NOT_UNDEFINED(Slot.EXPRESSION, zh("非無定義", "不為無定義"), en("is not undefined")),
    IF_MISSING(Slot.STEP, zh("缺值時"), en("if missing")),
    IF_NOT_REPORTED(Slot.STEP, zh("未填報時"), en("if not reported")),
    IF_NOT_APPLICABLE(Slot.STEP, zh("不適用時"), en("if not applicable")),
    IF_MEANINGLESS(Slot.STEP, zh("無意義時"), en("if meaningless")),
    IF_NOT_YET_RELEASED(Slot.STEP, zh("尚未發布時"), en("if not yet released")),
    IF_UNDEFINED(Slot.STEP, zh("無定義時"), en("if undefined")),
    WITHIN(Slot.ROWS, zh("同"), en("within")),
    OVER_PRESENT(Slot.ROWS, zh("只計有值者"), en("over present values")),
    PRESENT_LEAST(Slot.ROWS, zh("至少"), en("at least")),
    AT_MOST(Slot.STEP, zh("上限"), en("at most")),
    AT_LEAST(Slot.STEP, zh("下限"), en("at least")),
    INTERPOLATED(Slot.STEP, zh("內插"), en("interpolated")),
    EXTENDED(Slot.STEP, zh("超出末級者延伸"), en("above the last band extended")),
    EACH_AT_MOST(Slot.CAP, zh("每案上限"), en()),
    EACH_AT_LEAST(Slot.CAP, zh("每案下限"), en()),
    ALL_AT_MOST(Slot.CAP, zh("合計上限"), en()),
    ALL_AT_LEAST(Slot.CAP, zh("合計下限"), en()),
    IN_ALL(Slot.CAP, zh("合計"), en("in all")),
    OF_ALLOTTED(Slot.CAP, zh("以總配分計"), en("of the allotted points")),
    OF_OTHERS(Slot.CAP, zh("以其他得分計"), en("of the other points")),
    OF_TOTAL(Slot.CAP, zh("以總分計"), en("of the total"));

    private static final Map<Slot, Map<String, List<Phrase>>> PHRASES = phrases();

    private final Slot slot;
    private final List<String> chinese;
    private final List<String> english;

    Keyword(Slot slot, Chinese chinese, English english) {
        this.slot = slot;
        this.chinese = chinese.words;
        this.english = english.words;
    }

    Slot slot() {
        return slot;
    }

    List<String> chinese() {
        return chinese;
    }

    List<String> english() {
        return english;
    }

    /** The type of the token it becomes. */
    int type() {
        return TokenNames.type(name());
    }

    /** The keywords of a slot whose first word is this, longest first. */
    static List<Phrase> startingWith(Slot slot, String word) {
        return PHRASES.getOrDefault(slot, Map.of()).getOrDefault(word, List.of());
    }

    /** The keyword of a slot that is spelled with this one word. */
    static Optional<Keyword> ofWord(Slot slot, String word) {
        return startingWith(slot, word).stream()
                .filter(phrase -> phrase.words().size() == 1)
                .map(Phrase::keyword)
                .findFirst();
    }

    /** A spelling: one word, or several with blanks between. */
    record Phrase(Keyword keyword, List<String> words) {}

    private static Map<Slot, Map<String, List<Phrase>>> phrases() {
        Map<Slot, Map<String, List<Phrase>>> phrases = new EnumMap<>(Slot.class);
        for (Keyword keyword : values()) {
            List<String> spellings = new ArrayList<>(keyword.chinese);
            spellings.addAll(keyword.english);
            for (String spelling : spellings) {
                List<String> words = Arrays.asList(spelling.split(" "));
                phrases.computeIfAbsent(keyword.slot, slot -> new HashMap<>())
                        .computeIfAbsent(words.get(0), word -> new ArrayList<>())
                        .add(new Phrase(keyword, List.copyOf(words)));
            }
        }
        Comparator<Phrase> longestFirst =
                Comparator.comparing(phrase -> -phrase.words().size());
        phrases.values().forEach(words -> words.values().forEach(list -> list.sort(longestFirst)));
        return phrases;
    }

    private record Chinese(List<String> words) {}

    private record English(List<String> words) {}

    static Chinese zh(String... words) {
        return new Chinese(List.of(words));
    }

    static English en(String... words) {
        return new English(List.of(words));
    }
}
