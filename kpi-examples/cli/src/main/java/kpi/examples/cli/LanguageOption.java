package kpi.examples.cli;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --lang zh|en}. */
final class LanguageOption implements ITypeConverter<Language> {
    private static final String NAME = "--lang";

    @Override
    public Language convert(String value) {
        return language(value).orElseThrow(() -> new TypeConversionException("zh|en"));
    }

    /** The language of messages about the arguments themselves: they are wanted before the arguments are understood. */
    static Language among(List<String> arguments) {
        Language found = Language.ZH_TW;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            Optional<Language> named = argument.startsWith(NAME + "=")
                    ? language(argument.substring(NAME.length() + 1))
                    : argument.equals(NAME) && i + 1 < arguments.size()
                            ? language(arguments.get(i + 1))
                            : Optional.empty();
            found = named.orElse(found);
        }
        return found;
    }

    private static Optional<Language> language(String value) {
        return switch (value) {
            case "zh", "zh-TW", "zh_TW" -> Optional.of(Language.ZH_TW);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }
}
