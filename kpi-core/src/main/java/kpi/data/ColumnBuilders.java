package kpi.data;

/** The builder for each type of column. */
record ColumnBuilders(ColumnSchema column, CellRules rules) implements ColumnType.Visitor<ColumnBuilder> {
    @Override
    public ColumnBuilder number(ColumnType.Number type) {
        return new DecimalColumnBuilder(column, type.unit(), rules);
    }

    @Override
    public ColumnBuilder text(ColumnType.TextType type) {
        return new TextColumnBuilder(column);
    }

    @Override
    public ColumnBuilder truth(ColumnType.TruthType type) {
        return new TruthColumnBuilder(column);
    }

    @Override
    public ColumnBuilder oneOf(ColumnType.OneOf type) {
        return new OneOfColumnBuilder(column, type);
    }

    @Override
    public ColumnBuilder date(ColumnType.DateType type) {
        return new DateColumnBuilder(column, rules.calendar().orElse(type.calendar()));
    }

    @Override
    public ColumnBuilder period(ColumnType.PeriodType type) {
        return new PeriodColumnBuilder(column, rules.calendar().orElse(type.calendar()));
    }
}
