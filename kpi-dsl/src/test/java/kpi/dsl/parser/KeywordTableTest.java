package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.dsl.syntax.RoundingWord;
import org.junit.jupiter.api.Test;

/** The keywords in the documentation are the keywords of the parser. To accept: {@code -Dkpi.golden.accept=true}. */
class KeywordTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "keywords.md");

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String table = document();
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(DOCUMENT, table, StandardCharsets.UTF_8);
        }
        assertEquals(table, Files.readString(DOCUMENT, StandardCharsets.UTF_8));
    }

    @Test
    void noSlotKnowsOneSpellingTwice() {
        for (Slot slot : Slot.values()) {
            Set<String> seen = new HashSet<>();
            keywords(slot).forEach(keyword -> {
                assertTrue(keyword.chinese().stream().allMatch(seen::add), keyword::name);
                assertTrue(keyword.english().stream().allMatch(seen::add), keyword::name);
            });
        }
    }

    @Test
    void everyTokenTheParserCanExpectHasAName() {
        for (int type = 1; type <= KpiGrammarParser.VOCABULARY.getMaxTokenType(); type++) {
            for (Language language : Language.values()) {
                assertFalse(ExpectedNames.of(type, language).isBlank());
            }
        }
    }

    private static List<Keyword> keywords(Slot slot) {
        return Arrays.stream(Keyword.values())
                .filter(keyword -> keyword.slot() == slot)
                .toList();
    }

    private static String document() {
        StringBuilder text = new StringBuilder();
        text.append("# Keywords 關鍵字\n\n");
        text.append(
                "Both spellings mean the same and may be mixed in one file. A word is a keyword only in its place; ");
        text.append("anywhere else it is a name. A blank follows a keyword. ");
        text.append("This page is made from the table of the parser by a test.\n\n");
        text.append("中文與英文的寫法意義相同，同一個檔案裡可以混用。只有在表中所列的位置才是關鍵字，其他地方都是名稱；關鍵字後要空一格。\n");
        for (Slot slot : Slot.values()) {
            text.append("\n## ")
                    .append(slot.chinese())
                    .append(" · ")
                    .append(slot.english())
                    .append("\n\n");
            text.append("| 中文 | English |\n|---|---|\n");
            keywords(slot).forEach(keyword -> row(text, keyword.chinese(), keyword.english()));
        }
        text.append("\n## 進位 · rounding\n\n");
        text.append("至小數2位 is `to 2 places`, 至整數 is `to whole`, 至 0.5 分 is `to 0.5 分`.\n\n");
        text.append("| 中文 | English | |\n|---|---|---|\n");
        for (int i = 0; i < Rounding.CHINESE.size(); i++) {
            Map.Entry<String, RoundingWord> chinese = Rounding.CHINESE.get(i);
            assertEquals(chinese.getValue(), Rounding.ENGLISH.get(i).getValue());
            text.append("| ").append(chinese.getKey()).append("至… | `");
            text.append(Rounding.ENGLISH.get(i).getKey()).append(" to …` | ");
            text.append(chinese.getValue()).append(" |\n");
        }
        text.append("\n## 其他期 · other periods\n\nBefore a name; # is a count. 放在名稱之前；# 是期數，如 前3期平均、前3年平均。\n\n");
        text.append("| 中文 | English |\n|---|---|\n");
        for (int i = 0; i < PastWords.CHINESE.size(); i++) {
            assertEquals(
                    PastWords.CHINESE.get(i).getKey(), PastWords.ENGLISH.get(i).getKey());
            row(
                    text,
                    PastWords.CHINESE.get(i).getValue().stream()
                            .map(word -> word.replace("#", "#期"))
                            .toList(),
                    PastWords.ENGLISH.get(i).getValue());
        }
        text.append("\n## 欄位類型 · column types\n\n| 中文 | English |\n|---|---|\n");
        Map<Object, List<String>> types = TableBuilder.TYPES.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        types.values().forEach(words -> {
            boolean firstIsEnglish = words.get(0).charAt(0) < 128;
            row(text, List.of(words.get(firstIsEnglish ? 1 : 0)), List.of(words.get(firstIsEnglish ? 0 : 1)));
        });
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> chinese, List<String> english) {
        String englishCells = english.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        text.append("| ")
                .append(String.join("、", chinese))
                .append(" | ")
                .append(englishCells)
                .append(" |\n");
    }
}
