package kpi.model;

import java.util.Objects;
import kpi.diagnostic.Language;
import kpi.source.Span;
import kpi.value.Type;

/** Whether a text begins with, ends with or contains another, code point by code point after NFC. */
public record TextTest(Span span, Kind kind, Term left, Term right) implements Term {
    public TextTest {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
        if (!left.type().isText() || !right.type().isText()) {
            throw new IllTypedException("a text is needed");
        }
    }

    /** The three tests. */
    public enum Kind {
        STARTS_WITH("starts with", "開頭為"),
        ENDS_WITH("ends with", "結尾為"),
        CONTAINS("contains", "含有");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        /** The word between the two texts. */
        public String name(Language language) {
            return language == Language.ZH_TW ? zh : en;
        }

        /** Whether it holds for texts in NFC. */
        public boolean holds(String text, String part) {
            return switch (this) {
                case STARTS_WITH -> text.startsWith(part);
                case ENDS_WITH -> text.endsWith(part);
                case CONTAINS -> text.contains(part);
            };
        }
    }

    @Override
    public Type type() {
        return Type.TRUTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.textTest(this);
    }
}
