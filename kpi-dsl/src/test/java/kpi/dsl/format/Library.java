package kpi.dsl.format;

import java.util.List;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.dsl.parser.LibraryNames;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.function.RowChoice;
import kpi.function.RowFunction;
import kpi.function.RowFunctions;
import kpi.function.RowParameter;

/** The names of the library, for the formatter and for telling whether two texts say the same. */
final class Library {
    private Library() {}

    static LibraryNames names() {
        LibraryNames.Builder names = new LibraryNames.Builder().function(Set.of("if", "若"), new LocalText("若", "if"));
        for (KpiFunction function : KpiFunctions.standard().all()) {
            names.function(function.names(), new LocalText(function.name(Language.ZH_TW), function.name(Language.EN)));
        }
        for (RowFunction function : RowFunctions.all()) {
            names.functionOfRows(
                    function.names(),
                    new LocalText(function.name(Language.ZH_TW), function.name(Language.EN)),
                    choices(function));
        }
        return names.build();
    }

    private static List<LocalText> choices(RowFunction function) {
        return function.parameters().stream()
                .filter(RowParameter.Named.class::isInstance)
                .map(RowParameter.Named.class::cast)
                .flatMap(named -> named.choices().stream())
                .map(RowChoice::name)
                .toList();
    }

    /** A printed tree with one name for each function, definition and figure. */
    static String inEnglish(String tree) {
        String text = tree;
        for (KpiFunction function : KpiFunctions.standard().all()) {
            text = calls(text, function.names(), function.name(Language.EN));
        }
        for (RowFunction function : RowFunctions.all()) {
            text = calls(text, function.names(), function.name(Language.EN));
            for (RowParameter parameter : function.parameters()) {
                if (parameter instanceof RowParameter.Named named) {
                    for (RowChoice choice : named.choices()) {
                        text = word(text, choice.name().zh(), choice.name().en());
                    }
                }
            }
        }
        text = calls(text, Set.of("若"), "if");
        text = word(text, "實際值", "actual");
        text = word(text, "目標值", "target");
        text = word(text, "數值", "number");
        text = word(text, "基期值", "baseline");
        text = word(text, "門檻值", "threshold");
        text = word(text, "標竿值", "benchmark");
        text = word(text, "挑戰值", "stretch");
        return word(text, "目標達成度", "attainment");
    }

    /** The words of cells: ranges, yes and no, and what stands above ratings; the same for all texts that say the same. */
    static String cellsInEnglish(String line) {
        return line.replaceAll("(?<=[0-9%％]) ?以上,? ?", " and above ")
                .replaceAll("(?<=[0-9%％]) ?以下,? ?", " and below ")
                .replaceAll("(?<= and (?:above|below)), ?", " ")
                .replace("，", "")
                .replaceAll("(?:未滿|未達|小於) ?(?=[-−0-9])", "below ")
                .replaceAll("(?:超過|大於) ?(?=[-−0-9])", "over ")
                .replaceAll("(?<=[0-9%])至(?=[0-9])", " to ")
                .replace("|是|", "|yes|")
                .replace("|否|", "|no|")
                .replace("|階段|", "|stage|")
                .replace("|評分者|", "|scorer|")
                .replace("|照給分|", "|as given|")
                .replace("|日期|", "|date|")
                .replace("|理由|", "|reason|")
                .replaceAll(" +", " ")
                .replace(" |", "|");
    }

    /** Mean is not the beginning of mean of ratios. */
    private static String calls(String tree, Set<String> names, String name) {
        String text = tree;
        for (String each : names) {
            text = text.replaceAll("\\(apply " + each + "(?=[ )])(?! of ratios | rank )", "(apply " + name);
        }
        return text;
    }

    private static String word(String tree, String chinese, String english) {
        return tree.contains(chinese) ? tree.replaceAll("(?<![^ (.])" + chinese + "(?![^ ).\\n])", english) : tree;
    }
}
