package kpi.engine;

import kpi.data.Table;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.Aggregation;
import kpi.model.InputDefinition;
import kpi.model.Standing;
import kpi.source.Place;
import kpi.value.Absence;

/** The usual missing outcomes, in words. */
public final class Absences {
    private Absences() {}

    /** An input that nobody gave. */
    public static Outcome.Missing input(InputDefinition input, Place place) {
        return missing(Absence.NOT_REPORTED, "資料項「" + input.name() + "」", "input “" + input.name() + "”", place);
    }

    /** A dataset that nobody gave. */
    public static Outcome.Missing table(String table) {
        return missing(
                Absence.NOT_REPORTED,
                "資料表「" + table + "」",
                "dataset “" + table + "”",
                Place.cell(table, "", 0, "", ""));
    }

    /** A cell without a value. */
    static Outcome.Missing cell(Table table, int row, String column, Absence absence) {
        String name = table.schema().name();
        long number = table.rowNumber(row);
        return missing(
                absence,
                "資料表「" + name + "」第 " + number + " 列的「" + column + "」",
                "“" + column + "” in row " + number + " of dataset “" + name + "”",
                table.place(row, column));
    }

    /** Fewer rows with a value than the rule asks for. */
    static Outcome.Missing tooFew(Aggregation term, long present, int least) {
        String what = term.span().text();
        return new Outcome.Missing(
                Absence.NOT_APPLICABLE,
                new LocalText(
                        "「" + what + "」只有 " + present + " 筆有值，規定至少 " + least + " 筆",
                        "“" + what + "” has " + present + " values, and at least " + least + " are asked for"),
                Place.of(term.span()),
                Provenance.exact());
    }

    /** A row that is not among those it is compared with. */
    static Outcome.Missing notAmong(Standing term) {
        String what = term.span().text();
        return new Outcome.Missing(
                Absence.NOT_APPLICABLE,
                new LocalText("此列不在「" + what + "」比較的各列之中", "this row is not among those that “" + what + "” compares"),
                Place.of(term.span()),
                Provenance.exact());
    }

    private static Outcome.Missing missing(Absence absence, String zh, String en, Place place) {
        LocalText reason = new LocalText(zh + absence.in(Language.ZH_TW), en + ": " + absence.in(Language.EN));
        return new Outcome.Missing(absence, reason, place, Provenance.exact());
    }
}
