package kpi.data;

import java.util.List;
import java.util.Optional;
import kpi.data.raw.RawNumbers;
import kpi.value.Absence;
import kpi.value.Text;

/** Texts as codes into a dictionary of distinct texts. The dictionary may hold a text that no row has. */
public final class TextColumn implements Column {
    /** The code of a missing row. */
    public static final int NO_CODE = -1;

    private final Missing missing;
    private final RawNumbers codes;
    private final List<String> dictionary;

    TextColumn(Missing missing, RawNumbers codes, List<String> dictionary) {
        this.missing = missing;
        this.codes = codes;
        this.dictionary = List.copyOf(dictionary);
    }

    /** The distinct texts; a code is a position in it. */
    public List<String> dictionary() {
        return dictionary;
    }

    /** The row's code; refuses a row without a value. */
    public int code(int row) {
        return (int) codes.get(missing.present(row));
    }

    /** The row's text; refuses a row without a value. */
    public String text(int row) {
        return dictionary.get(code(row));
    }

    /** For engines: all codes, {@link #NO_CODE} where a row is missing. */
    public RawNumbers raw() {
        return codes;
    }

    @Override
    public int rows() {
        return codes.length();
    }

    @Override
    public Bits missing() {
        return missing.rows();
    }

    @Override
    public Optional<Absence> absence(int row) {
        return missing.at(row);
    }

    @Override
    public Text value(int row) {
        return new Text(text(row));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.text(this);
    }
}
