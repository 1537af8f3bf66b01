package kpi.function;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Text;
import kpi.value.Type;
import kpi.value.Value;

/** What a function takes at one place. */
record Parameter(LocalText name, Accepts accepts) {

    /** Which arguments fit. */
    sealed interface Accepts {
        /** Why the type does not fit; empty if it does. */
        Optional<KpiFunction.Typing> refusal(int index, Type type);

        /** What fits, in a few words. */
        LocalText text();

        /** A number that goes with the other numbers of this group: all 元, or ratio and %. The first group makes the result. */
        record Joined(int group) implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return type instanceof Type.Measure ? Optional.empty() : wrong(index, text());
            }

            @Override
            public LocalText text() {
                return new LocalText("數值", "a number");
            }
        }

        /** A number or ratio without a unit. */
        record Bare() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                boolean bare = type instanceof Type.Measure measure
                        && (measure.dimension() instanceof Dimension.Plain
                                || measure.dimension() instanceof Dimension.Ratio);
                return bare ? Optional.empty() : wrong(index, text());
            }

            @Override
            public LocalText text() {
                return new LocalText("不帶單位的數值或比率", "a number or ratio without a unit");
            }
        }

        /** A number that can be compared with this dimension. */
        record Like(Dimension dimension) implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                if (!(type instanceof Type.Measure measure)) {
                    return wrong(index, text());
                }
                return UnitAlgebra.compare(measure.dimension(), dimension) instanceof UnitAlgebra.Outcome.Clash clash
                        ? Optional.of(new KpiFunction.Typing.Clash(index, index, clash.reason()))
                        : Optional.empty();
            }

            @Override
            public LocalText text() {
                return new LocalText(dimension.name(Language.ZH_TW), dimension.name(Language.EN));
            }
        }

        /** One of these texts, each of which stands for something. */
        record OneOf(Map<String, ?> words) implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return type.isText() ? Optional.empty() : wrong(index, text());
            }

            boolean knows(Value value) {
                return value instanceof Text text && words.containsKey(fold(text.text()));
            }

            @Override
            public LocalText text() {
                return new LocalText("下列文字之一：" + list(false), "one of " + list(true));
            }

            private String list(boolean latin) {
                return words.keySet().stream()
                        .filter(word -> latin == word.charAt(0) < 0x80)
                        .collect(Collectors.joining(latin ? ", " : "、"));
            }

            /** {@code half-up} and {@code half up} are one word. */
            static String fold(String word) {
                return word.replace('-', ' ').strip();
            }
        }

        /** Anything. */
        record Anything() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return Optional.empty();
            }

            @Override
            public LocalText text() {
                return new LocalText("任何值", "any value");
            }
        }

        private static Optional<KpiFunction.Typing> wrong(int index, LocalText expected) {
            return Optional.of(new KpiFunction.Typing.WrongArgument(index, expected));
        }
    }

    static Parameter joined(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Joined(0));
    }

    static Parameter joined(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Joined(0));
    }

    /** A number that goes with the others of its kind, but not with those that make the result. */
    static Parameter beside(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Joined(1));
    }

    static Parameter bare(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Bare());
    }

    static Parameter bare(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Bare());
    }

    static Parameter oneOf(String en, String zh, Map<String, ?> words) {
        return new Parameter(new LocalText(zh, en), new Accepts.OneOf(words));
    }

    static Parameter anything(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Anything());
    }

    static Parameter like(String name, Dimension dimension) {
        return new Parameter(new LocalText(name, name), new Accepts.Like(dimension));
    }
}
