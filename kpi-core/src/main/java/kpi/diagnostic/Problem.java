package kpi.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kpi.source.Place;
import kpi.source.Span;

/**
 * What is wrong, where, and what to do; a value that can be told in two languages. Texts that come from others are
 * shown with {@link VisibleText}; a message, a remedy and a label have at most 500 characters each, unless
 * {@link #atMost} says otherwise.
 *
 * <p>Example: {@code Problem.of(CommonCode.UNREADABLE_SOURCE, place).with("name", name).build()}.
 */
public final class Problem {
    /** Reading order: by place, then the worst first, then by code and message. */
    static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(problem -> problem.message(Language.EN));

    private final Code kind;
    private final Place place;
    private final Severity severity;
    private final Map<String, LocalText> arguments;
    private final List<Related> related;
    private final List<Edit> edits;
    private final int maximum;

    private Problem(Builder builder) {
        this.kind = builder.kind;
        this.place = builder.place;
        this.severity = builder.severity;
        this.arguments = Map.copyOf(builder.arguments);
        this.related = List.copyOf(builder.related);
        this.edits = List.copyOf(builder.edits);
        this.maximum = Template.MAXIMUM_LENGTH;
    }

    private Problem(Problem other, int maximum) {
        this.kind = other.kind;
        this.place = other.place;
        this.severity = other.severity;
        this.arguments = other.arguments;
        this.related = other.related;
        this.edits = other.edits;
        this.maximum = maximum;
    }

    /**
     * The same problem, told in messages and remedies of at most so many characters; 500 are the standard.
     *
     * @throws KpiUsageException if it is below 1
     */
    public Problem atMost(int characters) {
        if (characters < 1) {
            throw new KpiUsageException("a message has at least 1 character, not " + characters);
        }
        return characters == maximum ? this : new Problem(this, characters);
    }

    public static Builder of(Code code, Place place) {
        return new Builder(code, place);
    }

    public static Builder of(Code code, Span span) {
        return new Builder(code, Place.of(span));
    }

    public Code kind() {
        return kind;
    }

    /** The stable name of what is wrong, such as {@code unopened-bracket}. */
    public String code() {
        return kind.id();
    }

    public ProblemClass problemClass() {
        return kind.problemClass();
    }

    public Severity severity() {
        return severity;
    }

    public Place place() {
        return place;
    }

    /** Other places that have to do with it, such as the other side of a clash. */
    public List<Related> related() {
        return related;
    }

    /** Ways to mend it: each alone is complete. */
    public List<Edit> edits() {
        return edits;
    }

    /** One sentence on what is wrong. */
    public String message(Language language) {
        return fill(".message", language);
    }

    /** One sentence on what to do. */
    public String remedy(Language language) {
        return fill(".remedy", language);
    }

    /**
     * The problem as a person reads it: the message, the source line with carets under the place, related places, the
     * remedy and the edits. Lines are joined by LF; there is none at the end.
     */
    public String draw(Language language) {
        return new Drawing(this, language).draw();
    }

    /** Placeholders of the texts that were given no value; empty if the problem was built well. Meant for tests. */
    public Set<String> unfilled() {
        Set<String> names = new TreeSet<>();
        for (Language language : Language.values()) {
            names.addAll(Template.placeholders(kind.texts().text(code() + ".message", language)));
            names.addAll(Template.placeholders(kind.texts().text(code() + ".remedy", language)));
        }
        names.removeAll(arguments.keySet());
        for (Related each : related) {
            names.addAll(each.unfilled());
        }
        return names;
    }

    private String fill(String part, Language language) {
        return Template.fill(kind.texts().text(code() + part, language), arguments, language, maximum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem that
                && code().equals(that.code())
                && place.equals(that.place)
                && severity == that.severity
                && arguments.equals(that.arguments)
                && related.equals(that.related)
                && edits.equals(that.edits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code(), place, severity, arguments);
    }

    /** One line for a developer, in English. */
    @Override
    public String toString() {
        return Drawing.word(severity, Language.EN) + " " + code() + " at " + VisibleText.of(place.toString(), 120)
                + ": " + message(Language.EN);
    }

    /**
     * Another place that has to do with a problem.
     *
     * @param place where it is
     * @param label the key of its text, without {@code label.}
     * @param arguments what the text names
     * @param texts where the text stands; labels that packages share stand with {@link CommonCode}
     */
    public record Related(Place place, String label, Map<String, Object> arguments, Texts texts) {
        public Related {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(texts, "texts");
            Map<String, Object> shown = new LinkedHashMap<>();
            arguments.forEach((name, value) -> shown.put(name, Arguments.text(value)));
            arguments = Map.copyOf(shown);
        }

        /** What the place has to do with the problem, in a few words. */
        public String text(Language language) {
            Map<String, LocalText> shown = new LinkedHashMap<>();
            arguments.forEach((name, value) -> shown.put(name, (LocalText) value));
            return Template.fill(template(language), shown, language);
        }

        private String template(Language language) {
            String key = "label." + label;
            return texts.find(key, language).orElseGet(() -> CommonCode.TEXTS.text(key, language));
        }

        private Set<String> unfilled() {
            Set<String> names = new TreeSet<>();
            for (Language language : Language.values()) {
                names.addAll(Template.placeholders(template(language)));
            }
            names.removeAll(arguments.keySet());
            return names;
        }
    }

    /** Collects what a problem tells. Values may be text, numbers, {@link LocalText}, a span (its text), or lists. */
    public static final class Builder {
        private final Code kind;
        private final Place place;
        private final Map<String, LocalText> arguments = new LinkedHashMap<>();
        private final List<Related> related = new ArrayList<>();
        private final List<Edit> edits = new ArrayList<>();
        private Severity severity;

        private Builder(Code kind, Place place) {
            this.kind = Objects.requireNonNull(kind, "code");
            this.place = Objects.requireNonNull(place, "place");
            this.severity = kind.severity();
        }

        /** The value of a placeholder. */
        public Builder with(String name, Object value) {
            arguments.put(name, Arguments.text(value));
            return this;
        }

        /** Another place, with the key of its label (without {@code label.}), and names and values in turn. */
        public Builder related(Place other, String labelKey, Object... nameValuePairs) {
            if (nameValuePairs.length % 2 != 0) {
                throw new KpiUsageException("a name without a value");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < nameValuePairs.length; i += 2) {
                named.put(nameValuePairs[i].toString(), nameValuePairs[i + 1]);
            }
            related.add(new Related(other, labelKey, named, kind.texts()));
            return this;
        }

        /** A related place of another problem that is told as a part of this one. */
        public Builder related(Related other) {
            related.add(Objects.requireNonNull(other, "related"));
            return this;
        }

        /** Another span; see {@link #related(Place, String, Object...)}. */
        public Builder related(Span span, String labelKey, Object... nameValuePairs) {
            return related(Place.of(span), labelKey, nameValuePairs);
        }

        /** One complete way to mend it. */
        public Builder edit(Span range, String newText) {
            edits.add(new Edit(range, newText));
            return this;
        }

        /** Another severity than the code's own. */
        public Builder severity(Severity other) {
            severity = Objects.requireNonNull(other, "severity");
            return this;
        }

        public Problem build() {
            return new Problem(this);
        }
    }
}
