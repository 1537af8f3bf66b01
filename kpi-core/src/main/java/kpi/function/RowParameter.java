package kpi.function;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/** What a formula writes behind the rows of a function of rows. All of it is written, so it is checked before any data. */
public sealed interface RowParameter {
    /** What it is called. */
    LocalText name();

    /** A share from 0 % to 100 %. */
    record Level(LocalText name) implements RowParameter {}

    /** One of several definitions, by its name. There is no default: leaving it out is an error that lists them. */
    record Named(LocalText name, List<RowChoice> choices) implements RowParameter {
        public Named {
            choices = List.copyOf(choices);
        }

        /** The definition that is called so. */
        public Optional<RowChoice> find(String spelling) {
            return choices.stream().filter(choice -> choice.isCalled(spelling)).findFirst();
        }

        /** Their names, to choose from. */
        public String list(Language language) {
            return String.join(
                    language == Language.ZH_TW ? "、" : ", ",
                    choices.stream().map(choice -> choice.name().in(language)).toList());
        }
    }

    /** A level. */
    static RowParameter level(String en, String zh) {
        return new Level(new LocalText(zh, en));
    }

    /** A choice. */
    static Named named(String en, String zh, RowChoice... choices) {
        return new Named(new LocalText(zh, en), List.of(choices));
    }
}
