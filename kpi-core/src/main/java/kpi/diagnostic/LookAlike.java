package kpi.diagnostic;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names that look alike: they differ only in case, width, blanks, a form of the same Han character, a letter of another
 * script, a dash, or characters that cannot be seen. Looking alike is a reason to warn or to suggest, never to take one
 * name for the other.
 *
 * <p>Example: {@code LookAlike.test("內政部", "内政部")} is true.
 */
public final class LookAlike {
    /**
     * Each group begins with the character that stands for the others. Letters of other scripts are written as their
     * numbers, because the eye cannot tell them apart: that is the point. Only what looks the same in print is here:
     * α beside a is used on purpose.
     */
    private static final String[] GROUPS = {
        "a\u0391\u0410\u0430",
        "b\u0392\u0412",
        "c\u0421\u0441\u03F2\u03F9",
        "d\u0501",
        "e\u0395\u0415\u0435",
        "h\u0397\u041D\u04BB",
        "i\u0399\u0406\u0456\u0131",
        "j\u0408\u0458",
        "k\u039A\u041A\u212A",
        "m\u039C\u041C",
        "n\u039D",
        "o\u039F\u03BF\u041E\u043E",
        "p\u03A1\u0420\u0440",
        "q\u051B",
        "s\u0405\u0455",
        "t\u03A4\u0422",
        "v\u03BD\u0475",
        "w\u051D",
        "x\u03A7\u0425\u0445",
        "y\u03A5\u0423\u0443\u04AE",
        "z\u0396",
        // dashes, minus signs, a box-drawing line, the Han one, the prolonged sound mark
        "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uFE58\uFE63\u4E00\u30FC",
        "'\u2018\u2019\u02BC",
        "·\u2027\u2022\u30FB\uFF65",
        // forms of one Han character, and simplified forms of the words that such documents are made of
        "內内",
        "值値",
        "稅税",
        "說説说",
        "戶户戸",
        "黃黄",
        "產産产",
        "綠緑绿",
        "錄録录",
        "吳吴呉",
        "真眞",
        "教敎",
        "青靑",
        "清淸",
        "強强",
        "群羣",
        "峰峯",
        "裡裏",
        "臺台",
        "為爲为",
        "偽僞伪",
        "絕絶绝",
        "脫脱",
        "銳鋭锐",
        "悅悦",
        "閱閲阅",
        "稱称",
        "歲歳岁",
        "數数",
        "實実实",
        "收収",
        "決决",
        "預预",
        "額额",
        "總総总",
        "計计",
        "際际",
        "達达",
        "資资",
        "費费",
        "務务",
        "債债",
        "減减",
        "增増",
        "溫温",
        "衛衞卫",
        "醫医",
        "學学",
        "國国",
        "會会",
        "點点",
        "劃画",
        "查査",
        "沒没",
        "既旣",
        "鄉郷乡",
        "勳勲",
        "顏顔颜",
        "據拠据",
    };

    private static final Map<Integer, Integer> STANDS_FOR = standsFor();

    private LookAlike() {}

    /** Whether two names that are not equal look alike. */
    public static boolean test(String one, String other) {
        return !one.equals(other) && skeleton(one).equals(skeleton(other));
    }

    /** What all names that look alike have in common; for comparing and grouping only, never to be shown. */
    public static String skeleton(String name) {
        String composed = compose(name.codePoints()
                .filter(codePoint -> VisibleText.isVisible(codePoint) && !Character.isSpaceChar(codePoint)));
        return compose(composed.codePoints().map(LookAlike::fold));
    }

    private static String compose(IntStream codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int fold(int codePoint) {
        int narrow = codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
        int lower = Character.toLowerCase(Character.toUpperCase(narrow));
        // A capital may look like another letter where its small form does not.
        return STANDS_FOR.getOrDefault(narrow, STANDS_FOR.getOrDefault(lower, lower));
    }

    private static Map<Integer, Integer> standsFor() {
        Map<Integer, Integer> map = new HashMap<>();
        for (String group : GROUPS) {
            group.codePoints().skip(1).forEach(codePoint -> map.put(codePoint, group.codePointAt(0)));
        }
        return Map.copyOf(map);
    }
}
