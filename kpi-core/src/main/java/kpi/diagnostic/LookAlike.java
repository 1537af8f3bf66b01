package kpi.diagnostic;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Names that look alike: differing only in case, width, a form of the same Han character, a letter of another script,
 * or characters that cannot be seen. Looking alike is a reason to warn, never to take one name for the other.
 */
public final class LookAlike {
    /** Each group begins with the character that stands for the others. */
    private static final String[] GROUPS = {
        // Latin, Cyrillic, Greek
        "aаα",
        "bВΒЬв",
        "cсϲ",
        "dԁ",
        "eеΕЕ",
        "gɡ",
        "hНΗһн",
        "iіΙІıɩ",
        "jјЈ",
        "kКΚкκ",
        "mМΜм",
        "nΝ",
        "oоΟОοσ",
        "pрΡРρ",
        "qԛ",
        "sѕЅ",
        "tТΤт",
        "uυ",
        "vνѵ",
        "wԝ",
        "xхΧХ",
        "yуΥУүγ",
        "zΖ",
        // signs
        "-‐‑‒–—―−─一ー﹣⁻",
        "'’‘ʼ",
        "·・‧•․",
        // forms of one Han character, and pairs that documents mix
        "內内",
        "值値",
        "稅税",
        "說説",
        "戶户戸",
        "黃黄",
        "產産",
        "綠緑",
        "錄録",
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
        "為爲",
        "偽僞",
        "絕絶",
        "脫脱",
        "銳鋭",
        "悅悦",
        "閱閲",
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
        "衛衞",
        "醫医",
        "學学",
        "國国",
        "會会",
        "點点",
        "劃画",
        "查査",
        "沒没",
        "者者",
        "都都",
        "卽即",
        "既旣",
        "鄉郷",
        "勳勲",
        "顏顔",
        "據据拠"
    };

    private static final Map<Integer, Integer> STANDS_FOR = standsFor();

    private LookAlike() {}

    /** Whether two names that are not equal look alike. */
    public static boolean test(String one, String other) {
        return !one.equals(other) && skeleton(one).equals(skeleton(other));
    }

    /** What all names that look alike have in common; for comparing and grouping only, never to be shown. */
    public static String skeleton(String name) {
        StringBuilder skeleton = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> VisibleText.isVisible(codePoint) && !Character.isSpaceChar(codePoint))
                .map(LookAlike::fold)
                .forEach(skeleton::appendCodePoint);
        return skeleton.toString();
    }

    private static int fold(int codePoint) {
        int narrow = codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
        Integer standIn = STANDS_FOR.get(narrow);
        return standIn != null ? standIn : Character.toLowerCase(Character.toUpperCase(narrow));
    }

    private static Map<Integer, Integer> standsFor() {
        Map<Integer, Integer> map = new HashMap<>();
        for (String group : GROUPS) {
            int first = group.codePointAt(0);
            group.codePoints().forEach(codePoint -> map.putIfAbsent(codePoint, first));
        }
        return Map.copyOf(map);
    }
}
