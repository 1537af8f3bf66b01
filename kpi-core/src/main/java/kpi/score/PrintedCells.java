package kpi.score;

import java.util.Optional;
import kpi.data.Column;
import kpi.data.DecimalColumn;
import kpi.engine.TableView;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.number.Rounding;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;

/**
 * Cells of a column of numbers as a document prints them. A column is printed as finely as its finest cell: beside 63.88,
 * 56.6 is 56.60.
 */
final class PrintedCells {
    private final DecimalColumn column;
    private final int places;

    private PrintedCells(DecimalColumn column) {
        this.column = column;
        this.places = column.printedPlaces();
    }

    /** The cells of a column; empty for a column of anything but numbers. */
    static Optional<PrintedCells> of(TableView view, String name) {
        if (!view.has(name)) {
            return Optional.empty();
        }
        Column column = view.table().column(name);
        return column instanceof DecimalColumn numbers ? Optional.of(new PrintedCells(numbers)) : Optional.empty();
    }

    /** A number of the column. */
    PrintedQuantity of(Quantity number) {
        Exact resolution = Exact.of(1, places).times(column.unit().scale());
        String text = NumberText.decimal(number.in(column.unit()), places, Rounding.HALF_UP);
        return new PrintedQuantity(number, resolution, text);
    }
}
