package kpi.value;

import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.number.NumberText;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;

/** Reads one quantity as documents print it; see {@link Quantity#parse(String, UnitTable, NumberBudget)}. */
final class QuantityReader {
    private static final String MAGNITUDES = "十百千萬億兆";

    private final PrintedText text;
    private final UnitTable units;
    private final NumberBudget budget;

    QuantityReader(PrintedText text, UnitTable units, NumberBudget budget) {
        this.text = text;
        this.units = units;
        this.budget = budget;
    }

    static Checked<Quantity> quantityOf(Checked<PrintedQuantity> printed) {
        return printed.value()
                .map(value -> Checked.of(value.quantity(), printed.problems()))
                .orElseGet(() -> Checked.failed(printed.problems()));
    }

    /** The unit is what is printed. */
    Checked<PrintedQuantity> read() {
        return read(Optional.empty());
    }

    /** A bare figure is in the declared unit. */
    Checked<PrintedQuantity> readIn(KpiUnit declared) {
        return read(Optional.of(declared));
    }

    private Checked<PrintedQuantity> read(Optional<KpiUnit> declared) {
        Optional<Problem> trouble = text.trouble();
        if (trouble.isPresent()) {
            return Checked.failed(trouble.get());
        }
        PrintedFigure print = PrintedFigure.of(text.content());
        if (print.figure().length() < text.content().length()) {
            Checked<PrintedQuantity> figure =
                    new QuantityReader(text.first(print.figure().length()), units, budget).read(declared);
            return print.fullMarks()
                    .flatMap(marks -> figure.value().flatMap(points -> beyond(points, marks)))
                    .map(Checked::<PrintedQuantity>failed)
                    .orElse(figure);
        }
        Optional<Checked<PrintedQuantity>> money =
                Currency.length(text.content()).flatMap(prefix -> inCurrency(text.without(prefix), declared));
        if (money.isPresent()) {
            return money.get();
        }
        try {
            NumberText.Reading reading = withoutStartOfUnit(NumberText.read(text.whole(), text.start(), budget));
            if (reading instanceof NumberText.Number number) {
                return unitAfter(number, declared);
            }
            return failed(fault((NumberText.Fault) reading));
        } catch (NumberException tooLarge) {
            return failed(tooManyDigits());
        }
    }

    /** 新臺幣1,234元, NT$1,234: 元, whatever else is said; nothing is guessed where the bare figure would be in 千元. */
    private Optional<Checked<PrintedQuantity>> inCurrency(PrintedText amount, Optional<KpiUnit> declared) {
        Optional<KpiUnit> unit = units.find("元");
        boolean plain = declared.map(other -> other.scale().equals(Exact.ONE)).orElse(true);
        if (unit.isEmpty() || amount.start() >= amount.end()) {
            return Optional.empty();
        }
        Checked<PrintedQuantity> read = new QuantityReader(amount, units, budget).read(Optional.empty());
        Optional<Dimension> found = read.value().map(value -> value.quantity().dimension());
        boolean bare = found.filter(Dimension.Plain.class::isInstance).isPresent();
        boolean sum = found.filter(unit.get().dimension()::equals).isPresent();
        if (bare && plain || sum) {
            return Optional.of(new QuantityReader(amount, units, budget).read(declared.or(() -> unit)));
        }
        return Optional.empty();
    }

    /** 31分(30): more than could be awarded is a slip in one of the two. */
    private Optional<Problem> beyond(PrintedQuantity points, String fullMarks) {
        boolean within = NumberText.read(fullMarks, 0, budget) instanceof NumberText.Number most
                && points.quantity().canonical().compareTo(most.value()) <= 0;
        return within
                ? Optional.empty()
                : Optional.of(text.problem(ValueCode.MORE_THAN_FULL_MARKS)
                        .with("full", fullMarks)
                        .build());
    }

    /** Where somebody declared 千瓦, the 千 of 5千瓦 is a part of the unit. */
    private NumberText.Reading withoutStartOfUnit(NumberText.Reading reading) {
        int digits = reading instanceof NumberText.Number number ? number.end() : 0;
        int end = digits;
        while (digits > 0 && hasMagnitude(text.whole().substring(digits - 1, digits))) {
            digits--;
        }
        if (digits == end) {
            return reading;
        }
        boolean declared = units.find(text.whole().substring(digits, text.end()))
                .filter(this::isWhole)
                .isPresent();
        return declared ? NumberText.read(text.whole().substring(0, digits), text.start(), budget) : reading;
    }

    private Checked<PrintedQuantity> unitAfter(NumberText.Number number, Optional<KpiUnit> declared) {
        int from = text.skipSpaces(number.end());
        if (from >= text.end()) {
            return bare(number, declared);
        }
        String word = text.whole().substring(from, text.end());
        boolean glued = from == number.end();
        if (!glued && Character.isDigit(word.codePointAt(0))) {
            return failed(text.problem(ValueCode.BAD_GROUPING, number.end(), text.end()));
        }
        // 1d and 5kg are as likely slips as units; a Latin label needs its space.
        Optional<KpiUnit> unit = glued && word.codePointAt(0) < 0x250 ? units.find(word) : units.read(word);
        if (unit.isEmpty()) {
            ValueCode code = UnitTable.isPartOfNumber(word) ? ValueCode.AMBIGUOUS_NUMBER : ValueCode.TRAILING_TEXT;
            return failed(text.problem(code, from, text.end()).with("rest", word));
        }
        if (hasMagnitude(word.substring(0, 1)) && hasMagnitude(digitsOf(number)) && !isWhole(unit.get())) {
            return failed(twoMagnitudes(unit.get()));
        }
        if (declared.isEmpty()) {
            return printed(number, unit.get().scale(), unit.get());
        }
        return declared(number, from, unit.get(), declared.get());
    }

    private Checked<PrintedQuantity> bare(NumberText.Number number, Optional<KpiUnit> declared) {
        KpiUnit unit = declared.orElse(Units.NUMBER);
        if (hasMagnitude(digitsOf(number)) && hasMagnitude(unit.symbol())) {
            return failed(twoMagnitudes(unit));
        }
        return printed(number, unit.scale(), unit);
    }

    private Checked<PrintedQuantity> declared(NumberText.Number number, int from, KpiUnit unit, KpiUnit declared) {
        boolean onlyMagnitude = unit.dimension() instanceof Dimension.Plain;
        if (onlyMagnitude && hasMagnitude(declared.symbol())) {
            return failed(twoMagnitudes(declared));
        }
        if (onlyMagnitude) {
            return printed(number, unit.scale().times(declared.scale()), declared);
        }
        boolean shareAsRatio =
                declared.dimension() instanceof Dimension.Ratio && unit.dimension() instanceof Dimension.Percent;
        if (!shareAsRatio && !unit.dimension().equals(declared.dimension())) {
            return failed(text.problem(ValueCode.OTHER_UNIT, from, text.end())
                    .with("unit", unit.symbol())
                    .with("found", names(unit))
                    .with("declared", names(declared)));
        }
        return printed(number, unit.scale(), declared);
    }

    private Checked<PrintedQuantity> printed(NumberText.Number number, Exact scale, KpiUnit shown) {
        Exact resolution = number.resolution().times(scale);
        Quantity quantity = Quantity.canonical(number.value().times(scale), shown);
        return Checked.of(new PrintedQuantity(quantity, resolution, text.whole()));
    }

    private String digitsOf(NumberText.Number number) {
        return text.whole().substring(text.start(), number.end());
    }

    /** Whether the word of the unit was declared as it stands, not put together from a magnitude and another. */
    private boolean isWhole(KpiUnit unit) {
        return units.symbols().contains(unit.symbol());
    }

    private static boolean hasMagnitude(String word) {
        return word.codePoints().anyMatch(c -> MAGNITUDES.indexOf(c) >= 0);
    }

    private static LocalText names(KpiUnit unit) {
        return new LocalText(
                unit.dimension().name(Language.ZH_TW), unit.dimension().name(Language.EN));
    }

    private Problem.Builder twoMagnitudes(KpiUnit unit) {
        return text.problem(ValueCode.TWO_MAGNITUDES).with("unit", unit.symbol());
    }

    private Problem.Builder tooManyDigits() {
        return text.problem(ValueCode.TOO_MANY_DIGITS).with("limit", budget.literalDigits());
    }

    private Problem.Builder fault(NumberText.Fault fault) {
        int at = fault.offset();
        return switch (fault.kind()) {
            case NOT_A_NUMBER -> Misprint.of(text);
            case BAD_GROUPING -> text.problem(ValueCode.BAD_GROUPING, at, text.end());
            case FOREIGN_DIGIT ->
                text.problem(ValueCode.FOREIGN_DIGIT, at, text.end()).with("digit", fault.detail());
            case MIXED_WIDTH -> text.problem(ValueCode.MIXED_WIDTH, at, text.end());
            case SHORTHAND -> text.problem(ValueCode.SHORTHAND, at, text.end());
            case TOO_MANY_DIGITS -> tooManyDigits();
            case EXPONENT_TOO_LARGE ->
                text.problem(ValueCode.EXPONENT_TOO_LARGE).with("limit", budget.literalExponent());
            case MAGNITUDES_NOT_FALLING -> text.problem(ValueCode.MAGNITUDES_NOT_FALLING, at, text.end());
        };
    }

    private static Checked<PrintedQuantity> failed(Problem.Builder problem) {
        return Checked.failed(problem.build());
    }
}
