package kpi.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/** How dimensions are spelled. */
final class DimensionNames {
    private static final String[] SUPERSCRIPTS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

    /** Powers that have a word of their own. */
    private static final Map<Map.Entry<String, Integer>, String> POWERS =
            Map.of(Map.entry("公尺", 2), "平方公尺", Map.entry("公尺", 3), "立方公尺");

    private static final Map<String, LocalText> KINDS = Map.of(
            "元", new LocalText("金額", "money"),
            "公尺", new LocalText("長度", "length"),
            "平方公尺", new LocalText("面積", "area"),
            "立方公尺", new LocalText("體積", "volume"),
            "公斤", new LocalText("質量", "mass"),
            "日", new LocalText("時間", "time"));

    private static final LocalText SINGLE = new LocalText("量", "measure");
    private static final LocalText COMPOUND = new LocalText("複合單位", "compound unit");

    private DimensionNames() {}

    static void requireName(String name) {
        if (!UnitWords.isName(name)) {
            throw new KpiUsageException("\"" + UnitWords.shown(name) + "\" cannot be the name of a unit");
        }
    }

    static void requirePower(String name, int exponent) {
        requireName(name);
        if (exponent == 0 || Math.abs((long) exponent) > Dimension.Physical.MAX_EXPONENT) {
            throw new KpiUsageException(
                    "the exponent " + exponent + " of " + name + " must be between 1 and 9, either way");
        }
    }

    static String named(Language language, String zh, String en, String symbol) {
        return language == Language.ZH_TW ? zh + "(" + symbol + ")" : en + " (" + symbol + ")";
    }

    static String named(Language language, Dimension.Physical dimension) {
        LocalText kind = KINDS.getOrDefault(dimension.symbol(), isSingle(dimension) ? SINGLE : COMPOUND);
        return named(language, kind.zh(), kind.en(), dimension.symbol());
    }

    private static boolean isSingle(Dimension.Physical dimension) {
        return dimension.labels().isEmpty()
                && dimension.exponents().size() == 1
                && dimension.exponents().values().iterator().next() == 1;
    }

    /** Base units before labels, what multiplies before what divides: 元/人/日. */
    static String symbol(Dimension.Physical dimension) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Map<String, Integer> powers : List.of(dimension.exponents(), dimension.labels())) {
            powers.forEach((name, exponent) -> (exponent > 0 ? above : below).add(power(name, Math.abs(exponent))));
        }
        String top = above.isEmpty() ? "1" : String.join("·", above);
        return below.isEmpty() ? top : top + "/" + String.join("/", below);
    }

    private static String power(String name, int exponent) {
        String word = POWERS.get(Map.entry(name, exponent));
        if (word != null) {
            return word;
        }
        return exponent == 1 ? name : name + SUPERSCRIPTS[exponent];
    }
}
