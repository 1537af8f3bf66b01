package kpi.law;

import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.LawRule;
import kpi.value.Quantity;

/** A law as its text would say it, in either language. */
final class LawText {
    private LawText() {}

    static LocalText of(LawRule law) {
        return new LocalText(zh(law), en(law));
    }

    private static String en(LawRule law) {
        String figure = law.of().name(Language.EN);
        if (law.claim() instanceof LawRule.Within within) {
            String least = within.least().map(LawText::shown).orElse("");
            String most = within.most().map(LawText::shown).orElse("");
            if (within.least().isPresent() && within.most().isPresent()) {
                return figure + " between " + least + " and " + most;
            }
            return figure + (least.isEmpty() ? " at most " + most : " at least " + least);
        }
        LawRule.When when = (LawRule.When) law.claim();
        String verdict = switch (when.verdict()) {
            case NEVER_FALLS -> " never falls when ";
            case NEVER_RISES -> " never rises when ";
            case UNCHANGED -> " unchanged when ";
        };
        return figure + verdict + en(when.change());
    }

    private static String en(LawRule.Change change) {
        if (change instanceof LawRule.Rise rise) {
            return names(rise.subjects(), ", ") + " rises";
        }
        if (change instanceof LawRule.Scale scale) {
            return names(scale.subjects(), ", ") + " are scaled together";
        }
        if (change instanceof LawRule.Reorder reorder) {
            return "rows of " + reorder.table() + " are reordered";
        }
        if (change instanceof LawRule.AddRow add) {
            String cells = RowText.of(add.cells(), Language.EN);
            return "a row of " + add.table() + " is added" + (cells.isEmpty() ? "" : " with " + cells);
        }
        return "its steps are done again";
    }

    private static String zh(LawRule law) {
        String figure = law.of().name(Language.ZH_TW);
        if (law.claim() instanceof LawRule.Within within) {
            String least = within.least().map(LawText::shown).orElse("");
            String most = within.most().map(LawText::shown).orElse("");
            if (within.least().isPresent() && within.most().isPresent()) {
                return figure + " 介於 " + least + " 與 " + most;
            }
            return figure + (least.isEmpty() ? " 至多 " + most : " 至少 " + least);
        }
        LawRule.When when = (LawRule.When) law.claim();
        String verdict = switch (when.verdict()) {
            case NEVER_FALLS -> "不減";
            case NEVER_RISES -> "不增";
            case UNCHANGED -> "不變";
        };
        return zh(when.change()) + " 時，" + figure + verdict;
    }

    private static String zh(LawRule.Change change) {
        if (change instanceof LawRule.Rise rise) {
            return names(rise.subjects(), "、") + " 增";
        }
        if (change instanceof LawRule.Scale scale) {
            return names(scale.subjects(), "、") + " 同乘一數";
        }
        if (change instanceof LawRule.Reorder reorder) {
            return reorder.table() + " 各列 換序";
        }
        if (change instanceof LawRule.AddRow add) {
            return (add.table() + " 增一筆 " + RowText.of(add.cells(), Language.ZH_TW)).strip();
        }
        return "各步驟 再做一次";
    }

    private static String shown(Quantity figure) {
        return RowText.figure(figure);
    }

    private static String names(java.util.List<LawRule.Subject> subjects, String separator) {
        return subjects.stream().map(LawRule.Subject::name).collect(Collectors.joining(separator));
    }
}
