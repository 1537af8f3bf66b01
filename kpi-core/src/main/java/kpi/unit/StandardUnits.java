package kpi.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kpi.number.Exact;

/** The words official documents use. */
final class StandardUnits {
    /** Each a label of its own. 公噸 is missing on purpose: in data it is a label like any other. */
    private static final List<String> LABELS = List.of(
            "人", "件", "案", "次", "場", "處", "戶", "項", "個", "筆", "名", "位", "家", "所", "臺", "輛", "對", "人次", "戶次", "張", "份",
            "棟", "座", "條", "班", "隊", "組", "校", "冊", "種", "機關", "則", "期", "票", "課", "梯次", "場次", "處所", "人日", "件次", "月",
            "季", "年", "歲");

    private final Map<String, KpiUnit> words = new LinkedHashMap<>();

    private StandardUnits() {}

    static Map<String, KpiUnit> words() {
        StandardUnits units = new StandardUnits();
        units.shares();
        units.money();
        units.counts();
        units.measures();
        return units.words;
    }

    private void shares() {
        add(Dimension.PERCENT, Exact.of(1, 2), "%", "percent");
        add(Dimension.PERCENT, Exact.of(1, 3), "‰");
        add(Dimension.PERCENT, Exact.of(1, 1), "成");
        add(Dimension.PERCENTAGE_POINT, Exact.of(1, 2), "百分點", "個百分點", "percentage point", "percentage points", "pp");
        add(Dimension.PERCENTAGE_POINT, Exact.of(1, 3), "千分點", "個千分點");
        add(Dimension.POINTS, Exact.ONE, "分", "point", "points");
    }

    private void money() {
        add(Dimension.money(), Exact.ONE, "元", "NTD", "TWD", "新臺幣元", "新台幣元", "圓", "元整");
    }

    /** Months and years are counted, not measured: no calendar says how many days they have. */
    private void counts() {
        LABELS.forEach(label -> add(Dimension.count(label), Exact.ONE, label));
        add(Dimension.count("臺"), Exact.ONE, "台");
        add(Dimension.count("person"), Exact.ONE, "person", "people");
        add(Dimension.count("case"), Exact.ONE, "case", "cases");
        add(Dimension.count("item"), Exact.ONE, "item", "items");
        add(Dimension.count("time"), Exact.ONE, "time", "times");
    }

    private void measures() {
        Dimension length = Dimension.base("公尺");
        SortedMap<String, Integer> squared = new TreeMap<>(Map.of("公尺", 2));
        Dimension area = new Dimension.Physical(squared);
        Dimension time = Dimension.base("日");
        add(length, Exact.ONE, "公尺");
        add(length, Exact.of(1000), "公里");
        add(area, Exact.ONE, "平方公尺", "㎡");
        add(area, Exact.of(10_000), "公頃");
        add(area, Exact.of(1_000_000), "平方公里");
        add(Dimension.base("公斤"), Exact.ONE, "公斤");
        add(time, Exact.ONE, "日", "天");
        add(time, Exact.ONE.dividedBy(Exact.of(24)), "小時");
        add(time, Exact.ONE.dividedBy(Exact.of(24 * 60)), "分鐘");
        add(time, Exact.ONE.dividedBy(Exact.of(24 * 60 * 60)), "秒");
    }

    private void add(Dimension dimension, Exact scale, String... symbols) {
        for (String symbol : symbols) {
            words.put(symbol, KpiUnit.of(dimension, scale, symbol));
        }
    }
}
