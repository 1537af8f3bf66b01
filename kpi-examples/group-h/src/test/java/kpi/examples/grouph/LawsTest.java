package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.law.Laws;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.Test;

/** The laws of Group H hold, and it is known how each is known. */
class LawsTest {
    @Test
    void everyLawOfGroupHHolds() {
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.read(Path.of("group-h.kpi"), StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
        List<String> found = Laws.test(program, 1, Laws.CASES).stream()
                .map(law -> law.kpi() + " " + law.standing() + " " + law.text().in(Language.ZH_TW))
                .toList();
        assertEquals(
                List.of(
                        "HC2.1 PROVED 民調 各列 換序 時，實際值不變",
                        "HP4.2 PROVED 債務還本數(實際數) 增 時，實際值不減",
                        "HP4.2 PROVED 債務還本數(實際數)、稅課收入(預算數) 同乘一數 時，實際值不變",
                        "HF2.1 PROVED 機關 增一筆 達使用率標準 否 時，實際值不增"),
                found);
    }
}
