package kpi.engine.pieces;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.RowCopy;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.value.Absence;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Truth;

/**
 * Writes a state down: UTF-8, words parted by one space or a new line, texts in quotes, numbers in decimal digits or as
 * fractions. The last line is the SHA-256 of all before it. Equal states are written alike.
 *
 * <p>A value is {@code n} and a number in base units, {@code t} and a text, {@code b1} or {@code b0}, {@code d} and a day, {@code
 * p} and a period, or {@code -} and a kind of absence; what is not there is {@code -}.
 */
public final class StateText {
    static final String TITLE = "kpi-pieces";
    static final int VERSION = 1;
    static final String SEAL = "sha256 ";

    private static final int LAST_CONTROL = 0x1f;

    private final StringBuilder out = new StringBuilder();

    private StateText() {}

    /** The bytes of a state, under what tells it from those of others. */
    public static byte[] write(RowsState state, String fingerprint) {
        StateText text = new StateText();
        text.line(TITLE, VERSION, fingerprint);
        text.line("rows", state.rows(), state.leftOut(), state.undated());
        text.word("periods").word(state.periods().size());
        state.periods().forEach(period -> text.word(period(period)));
        text.end();
        text.line("runs", state.runs().size());
        state.runs().forEach((from, run) -> text.run(from, run));
        text.line("told", state.told().size());
        state.told().forEach((row, copy) -> text.told(row, copy));
        byte[] written = text.out.toString().getBytes(StandardCharsets.UTF_8);
        byte[] seal = (SEAL + seal(written, written.length) + '\n').getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[written.length + seal.length];
        System.arraycopy(written, 0, all, 0, written.length);
        System.arraycopy(seal, 0, all, written.length, seal.length);
        return all;
    }

    static String seal(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new KpiUsageException("every Java platform has SHA-256", missing);
        }
    }

    private StateText word(Object word) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append(' ');
        }
        out.append(word);
        return this;
    }

    private void end() {
        out.append('\n');
    }

    private void line(Object... words) {
        for (Object word : words) {
            word(word);
        }
        end();
    }

    private void run(long from, RowsState.Run run) {
        line("run", from, run.end(), run.sections().size());
        for (Section section : run.sections()) {
            line("section", section.seen(), section.kept().size());
            section.kept().forEach(this::kept);
        }
    }

    private void kept(Kept kept) {
        line(
                "kept",
                kept.passed(),
                kept.leftOut(),
                orNothing(kept.firstLeftOut()),
                kept.count(),
                orNothing(kept.least()),
                orNothing(kept.most()),
                flag(kept.marks().approximate()),
                flag(kept.marks().partial()),
                flag(kept.full()));
        total(kept.first());
        total(kept.second());
        word("distinct").word(kept.distinct().size());
        kept.distinct().stream().map(StateText::value).sorted().forEach(this::word);
        end();
        word("each").word(kept.each().size());
        kept.each().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(StateText::order))
                .forEach(each -> {
                    word(each.getValue()).word(each.getKey().size());
                    each.getKey().forEach(this::word);
                });
        end();
        word("absent").word(kept.absent().size());
        for (AbsentRow row : kept.absent()) {
            word(row.row()).word(row.reasons().size());
            row.reasons().forEach(reason -> word(reason.absence().name()).word(quoted(reason.text())));
        }
        end();
    }

    private static int order(List<Exact> one, List<Exact> other) {
        Comparator<List<Exact>> first = Comparator.comparing(row -> row.get(0));
        return first.thenComparing(row -> row.get(row.size() - 1)).compare(one, other);
    }

    private void total(Total total) {
        line("total", total.numerator(), total.over(), flag(total.exact()), orNothing(total.rounded()));
    }

    private void told(long row, RowCopy copy) {
        word(row)
                .word(copy.number())
                .word(quoted(copy.origin()))
                .word(copy.cells().size());
        copy.cells().forEach(cell -> word(value(cell)));
        end();
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }

    private static Object orNothing(Optional<?> value) {
        return value.isPresent() ? value.get() : "-";
    }

    private static String value(Object value) {
        if (value instanceof Exact number) {
            return "n" + number;
        }
        if (value instanceof Quantity quantity) {
            return "n" + quantity.canonical();
        }
        if (value instanceof Text text) {
            return "t" + quoted(text.text());
        }
        if (value instanceof Truth truth) {
            return truth.isTrue() ? "b1" : "b0";
        }
        if (value instanceof DateValue day) {
            return "d" + day.date();
        }
        if (value instanceof PeriodValue period) {
            return "p" + period(period.period());
        }
        return "-" + ((Absence) value).name();
    }

    private static String period(ReportingPeriod period) {
        return period.calendar().name()
                + ':'
                + period.year()
                + ':'
                + period.grain().name()
                + ':'
                + period.index();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean alone = Character.isHighSurrogate(sign)
                            && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))
                    || Character.isLowSurrogate(sign) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').append(sign);
            } else if (sign <= LAST_CONTROL || alone) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(sign));
            } else {
                quoted.append(sign);
            }
        }
        return quoted.append('"').toString();
    }
}
