package kpi.examples.cli;

import java.util.List;
import kpi.diagnostic.Language;
import kpi.diagnostic.VisibleText;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the language of the user. */
final class UsageMessage {
    private static final int MAXIMUM_LENGTH = 120;

    private final Words words;

    UsageMessage(Language language) {
        this.words = new Words(language);
    }

    String of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String argument = shown(unmatched.getUnmatched().get(0));
            String key = argument.startsWith("-") ? "usage.unknown-option" : "usage.unknown-argument";
            return words.say(key, argument) + (near.isEmpty() ? "" : words.say("usage.did-you-mean", near.get(0)));
        }
        if (wrong instanceof MissingParameterException missing) {
            return words.say(
                    "usage.missing",
                    String.join(
                            " ",
                            missing.getMissing().stream()
                                    .map(UsageMessage::name)
                                    .toList()));
        }
        if (wrong instanceof OverwrittenOptionException overwritten) {
            return words.say("usage.option-twice", name(overwritten.getOverwritten()));
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return words.say("usage.bad-value", shown(wrong.getValue()), name(argument));
        }
        if (argument != null) {
            return words.say("usage.no-option-value", name(argument));
        }
        return wrong.getMessage() == null ? "" : wrong.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                : argument.paramLabel();
    }

    private static String shown(String text) {
        return VisibleText.of(text, MAXIMUM_LENGTH);
    }
}
