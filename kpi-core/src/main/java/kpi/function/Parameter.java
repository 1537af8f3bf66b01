package kpi.function;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/** What a function takes at one place. */
record Parameter(LocalText name, Accepts accepts) {

    /** Which arguments fit. */
    sealed interface Accepts {
        /** Why the type does not fit; empty if it does. */
        Optional<KpiFunction.Typing> refusal(int index, Type type);

        /** A number that goes with the other numbers of this kind: all 元, or ratio and %. */
        record Joined() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return type instanceof Type.Measure ? Optional.empty() : wrong(index, "數值", "a number");
            }
        }

        /** A number or ratio without a unit. */
        record Bare() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                boolean bare = type instanceof Type.Measure measure
                        && (measure.dimension() instanceof Dimension.Plain
                                || measure.dimension() instanceof Dimension.Ratio);
                return bare ? Optional.empty() : wrong(index, "不帶單位的數值或比率", "a number or ratio without a unit");
            }
        }

        /** A number that can be compared with this dimension. */
        record Like(Dimension dimension) implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                if (!(type instanceof Type.Measure measure)) {
                    return wrong(index, dimension.name(Language.ZH_TW), dimension.name(Language.EN));
                }
                return UnitAlgebra.compare(measure.dimension(), dimension) instanceof UnitAlgebra.Outcome.Clash clash
                        ? Optional.of(new KpiFunction.Typing.Clash(index, clash.reason()))
                        : Optional.empty();
            }
        }

        /** A text. */
        record Texts() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return type.isText() ? Optional.empty() : wrong(index, "文字", "a text");
            }
        }

        /** Anything. */
        record Anything() implements Accepts {
            @Override
            public Optional<KpiFunction.Typing> refusal(int index, Type type) {
                return Optional.empty();
            }
        }

        private static Optional<KpiFunction.Typing> wrong(int index, String zh, String en) {
            return Optional.of(new KpiFunction.Typing.WrongArgument(index, new LocalText(zh, en)));
        }
    }

    static Parameter joined(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Joined());
    }

    static Parameter joined(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Joined());
    }

    static Parameter bare(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Bare());
    }

    static Parameter bare(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Bare());
    }

    static Parameter text(String en, String zh) {
        return new Parameter(new LocalText(zh, en), new Accepts.Texts());
    }

    static Parameter anything(String name) {
        return new Parameter(new LocalText(name, name), new Accepts.Anything());
    }

    static Parameter like(String name, Dimension dimension) {
        return new Parameter(new LocalText(name, name), new Accepts.Like(dimension));
    }
}
