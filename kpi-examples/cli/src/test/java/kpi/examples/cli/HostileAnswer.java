package kpi.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/**
 * What became of one entry of a hostile corpus.
 *
 * @param listed whether the answer is of a class that the entry lists
 * @param wrongValue whether it is a value, and another one than the entry says
 * @param place whether the place is the pinned one; empty where none is pinned, or a value was answered
 * @param slips what is wrong with the texts of the answer
 * @param detail the answer itself, for whoever has to look at it
 */
record HostileAnswer(boolean listed, boolean wrongValue, Optional<Boolean> place, List<String> slips, String detail) {
    private static final int MAXIMUM_MESSAGE = 500;

    HostileAnswer {
        slips = List.copyOf(slips);
        detail = detail.length() > 300 ? detail.substring(0, 300) + "…" : detail;
    }

    static HostileAnswer value(boolean listed, boolean right, String detail) {
        return new HostileAnswer(listed, listed && !right, Optional.empty(), List.of(), detail);
    }

    static HostileAnswer refusal(boolean listed, Optional<Boolean> place, List<Problem> problems) {
        List<String> slips = new ArrayList<>();
        if (problems.isEmpty()) {
            slips.add("no value and no problem");
        }
        problems.forEach(problem -> slips.addAll(slips(problem)));
        return new HostileAnswer(
                listed, false, place, slips, problems.stream().limit(1).toList().toString());
    }

    boolean fine() {
        return listed && !wrongValue && place.orElse(true) && slips.isEmpty();
    }

    /** What no problem may do, whatever the text was. */
    static List<String> slips(Problem problem) {
        List<String> slips = new ArrayList<>();
        if (!problem.unfilled().isEmpty()) {
            slips.add(problem.code() + " leaves out " + problem.unfilled());
        }
        List<Span> spans = new ArrayList<>(problem.place().span().stream().toList());
        problem.edits().forEach(edit -> spans.add(edit.range()));
        problem.related()
                .forEach(related -> spans.addAll(related.place().span().stream().toList()));
        for (Span span : spans) {
            if (span.start() < 0
                    || span.start() > span.end()
                    || span.end() > span.source().text().length()) {
                slips.add(problem.code() + " is outside the text");
            }
        }
        for (Language language : Language.values()) {
            for (String text : List.of(problem.message(language), problem.remedy(language))) {
                if (text.isBlank() || text.length() > MAXIMUM_MESSAGE) {
                    slips.add(problem.code() + " has a text of " + text.length() + " characters");
                }
                rawCharacter(text).ifPresent(raw -> slips.add(problem.code() + " shows " + raw + " as it is"));
            }
            rawCharacter(problem.draw(language).replace("\n", ""))
                    .ifPresent(raw -> slips.add(problem.code() + " draws " + raw + " as it is"));
        }
        return slips;
    }

    /** The first character that must not reach a reader as it is. */
    static Optional<String> rawCharacter(String text) {
        return text.codePoints()
                .filter(HostileAnswer::isRaw)
                .mapToObj(raw -> "U+" + Integer.toHexString(raw))
                .findFirst();
    }

    private static boolean isRaw(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
