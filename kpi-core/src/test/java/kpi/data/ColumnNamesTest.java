package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import kpi.diagnostic.KpiUsageException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
    private static final ColumnType TEXT = new ColumnType.TextType();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    機關, ' 機關 '
                    目標達成度%, '目標\n達成度％'
                    é, 'e\u0301'
                    地價稅, '地 價　稅'
                    稅課收入(預算數), 稅課收入 （預算數）
                    gross income, '  gross \t income '
                    net(of tax), net (of tax)
                    Ａ１, A1
                    """)
    void namesThatAreOne(String one, String other) {
        assertEquals(ColumnNames.fold(one), ColumnNames.fold(other));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    值, 値
                    a, A
                    gross income, grossincome
                    'E\u200BF', EF
                    ①, 1
                    """)
    void namesThatAreTwo(String one, String other) {
        assertNotEquals(ColumnNames.fold(one), ColumnNames.fold(other));
    }

    @Property
    void foldingAgainChangesNothing(@ForAll String name) {
        assertEquals(ColumnNames.fold(name), ColumnNames.fold(ColumnNames.fold(name)));
    }

    @Test
    void aSchemaFindsItsColumnsByNameAndAlias() {
        TableSchema schema = TableSchema.of(
                "案件", ColumnSchema.of("類別", TEXT), ColumnSchema.of("件數", TEXT).withAliases("受理件數"));
        assertEquals("件數", schema.column(" 受理 件數").orElseThrow().name());
        assertEquals(true, schema.column("處數").isEmpty());
    }

    @Test
    void aSchemaRefusesTwoColumnsOfOneName() {
        assertThrows(
                KpiUsageException.class,
                () -> TableSchema.of("T", ColumnSchema.of("Ａ", TEXT), ColumnSchema.of("A", TEXT)));
        assertThrows(
                KpiUsageException.class,
                () -> TableSchema.of(
                        "T",
                        ColumnSchema.of("A", TEXT).withAliases("x"),
                        ColumnSchema.of("B", TEXT).withAliases("x")));
    }

    @Test
    void anAliasMayRepeatTheNameOfItsColumn() {
        TableSchema.of("T", ColumnSchema.of("A", TEXT).withAliases("Ａ", "A "));
    }

    @Test
    void blankNamesAndEmptyChoicesAreRefused() {
        assertThrows(KpiUsageException.class, () -> ColumnSchema.of("　", TEXT));
        assertThrows(KpiUsageException.class, () -> ColumnSchema.of("a", TEXT).withAliases(""));
        assertThrows(KpiUsageException.class, () -> new ColumnType.OneOf(List.of()));
        assertThrows(KpiUsageException.class, () -> new ColumnType.OneOf(List.of("a", "ａ")));
        assertThrows(KpiUsageException.class, () -> new ColumnType.OneOf(List.of(" ")));
    }
}
