package kpi.dsl.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.dsl.analysis.CanonicalName;
import kpi.source.Source;
import kpi.source.Span;

/**
 * Where words stand in the files, outside comments and quoted texts. A name is looked for as the run of its words, whatever
 * signs stand between them: {@code 稅課收入(預算數)} is found in {@code 稅課收入 〔預算數〕}. So a name may be thought used that
 * is not, and never the other way round, whatever clause it is used in.
 */
final class Words {
    private static final String MAGNITUDES = "十百千萬万億亿兆";

    private final Map<Source, Text> texts = new LinkedHashMap<>();
    private final Set<String> tails = new HashSet<>();

    Words(Collection<Source> sources) {
        sources.forEach(source -> texts.put(source, new Text(source)));
    }

    /** Whether a name stands within a span, outside the excepted ones. */
    boolean stands(String name, Span within, Regions except) {
        Text text = texts.get(within.source());
        return text != null && text.stands(split(name), within.start(), within.end(), except);
    }

    /** Whether a name stands anywhere outside the excepted spans. */
    boolean stands(String name, Regions except) {
        List<String> words = split(name);
        return texts.values().stream().anyMatch(text -> text.stands(words, 0, Integer.MAX_VALUE, except));
    }

    /** Whether a word ends a number: 打 in {@code 3打} and in {@code 1萬打}. */
    boolean endsNumber(String unit) {
        return tails.contains(CanonicalName.of(unit));
    }

    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        new Scan(name, (start, end) -> words.add(CanonicalName.of(name.substring(start, end)))).plain();
        return words.isEmpty() ? List.of(name) : words;
    }

    /** The words of one file. */
    private final class Text {
        private final Source source;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final Map<String, List<Integer>> places = new HashMap<>();

        Text(Source source) {
            this.source = source;
            String text = source.text();
            new Scan(text, (start, end) -> add(CanonicalName.of(text.substring(start, end)), start)).formula();
        }

        private void add(String word, int start) {
            places.computeIfAbsent(word, w -> new ArrayList<>()).add(words.size());
            words.add(word);
            starts.add(start);
            if (Character.isDigit(word.charAt(0))) {
                addTails(word);
            }
        }

        private void addTails(String word) {
            int at = word.length();
            while (at > 0 && !Character.isDigit(word.charAt(at - 1))) {
                at--;
            }
            while (at < word.length()) {
                tails.add(word.substring(at));
                if (MAGNITUDES.indexOf(word.charAt(at)) < 0) {
                    return;
                }
                at++;
            }
        }

        boolean stands(List<String> name, int from, int to, Regions except) {
            List<Integer> found = places.getOrDefault(name.get(0), List.of());
            for (int i = firstFrom(found, from); i < found.size() && starts.get(found.get(i)) < to; i++) {
                int word = found.get(i);
                if (follows(name, word) && !except.contains(source, starts.get(word))) {
                    return true;
                }
            }
            return false;
        }

        private int firstFrom(List<Integer> found, int from) {
            int low = 0;
            int high = found.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (starts.get(found.get(middle)) < from) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean follows(List<String> name, int word) {
            return word + name.size() <= words.size()
                    && words.subList(word, word + name.size()).equals(name);
        }
    }
}
