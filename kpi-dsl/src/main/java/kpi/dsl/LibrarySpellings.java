package kpi.dsl;

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

/** The names of the functions there are, for a text whose keywords are put in another language. */
final class LibrarySpellings {
    private LibrarySpellings() {}

    static LibraryNames of(KpiFunctions functions) {
        LibraryNames.Builder names = new LibraryNames.Builder();
        names.function(Set.of("if", "若"), new LocalText("若", "if"));
        for (KpiFunction function : functions.all()) {
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
}
