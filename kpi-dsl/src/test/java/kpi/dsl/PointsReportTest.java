package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.report.JsonReport;
import kpi.report.PointsCsv;
import kpi.result.KpiResult;
import kpi.result.PointLines;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Points line by line, as a host, a program and a spreadsheet read them. */
class PointsReportTest {
    private static final String TEXT = """
            scorecard S { perspective "P" { K、L } }
            data 案件(類別: "甲" | "乙", 處數: 處) {
              甲 | 12
              甲 | 3
              乙 | 1
            }
            kpi K "points" {
              unit 分
              direction higher is better, without target
              多 = sum(案件.處數)
              points {
                base "基本" 80 分
                deduct "乙類" each 案件 where 類別 = "乙": 5 分, at most 3 分 in all
                add "甲類" each 案件 where 類別 = "甲": 0.1 分 × 處數, at most 1 分 each
                add "無" when 多 > 99 處: 9 分
                group "獎勵" at most 10 分 {
                  add "創新" 8 分
                  add "合作" 5 分
                }
                gate "乙類" at least 4 分, otherwise at most 85 分
                total at most 88 分
              }
            }
            kpi L "no points" { formula 1 分   unit 分   direction higher is better, without target }
            """;

    private static final ScorecardResult RESULT = KpiCompiler.standard()
            .compile(Source.of("points.kpi", TEXT))
            .orElseThrow()
            .evaluate(Evaluation.of(ReportingPeriod.western(2024)));

    @Test
    void aHostReadsEveryLine() {
        PointLines points = RESULT.kpi("K").points().orElseThrow();
        assertEquals(
                "基本, 乙類, 甲類, 無, 創新, 合作",
                String.join(
                        ", ",
                        points.lines().stream().map(PointLines.Line::label).toList()));
        PointLines.Line deduction = points.lines().get(1);
        assertEquals(PointLines.Kind.DEDUCT, deduction.kind());
        assertEquals("-3", deduction.amount().value().orElseThrow().plain());
        assertEquals("5", deduction.before().value().orElseThrow().plain());
        assertEquals(List.of("at most 3 分 in all"), deduction.limits());
        assertEquals(false, points.lines().get(3).applies());
        assertEquals(0, points.lines().get(5).group().getAsInt());
        assertEquals(List.of("at most 10 分"), points.groups().get(0).limits());
        assertEquals(List.of("at most 88 分"), points.limits());
        assertEquals(Optional.of(false), points.gates().get(0).open());
        assertEquals(List.of("乙類"), points.gates().get(0).lacking());
        assertEquals(Optional.empty(), RESULT.kpi("L").points());
    }

    @Test
    void aSpreadsheetReadsALineForEach() throws IOException {
        StringBuilder csv = new StringBuilder();
        PointsCsv.write(RESULT.kpis(), Language.EN, csv);
        assertEquals("""
                id,part,label,group,rows,before,amount,unit,limits,state
                K,base,基本,,0,80,80,分,,value
                K,deduct,乙類,,1,5,-3,分,at most 3 分 in all,value
                K,add,甲類,,2,1.3,1.3,分,,value
                K,add,無,,0,0,0,分,,value
                K,add,創新,獎勵,0,8,8,分,,value
                K,add,合作,獎勵,0,5,5,分,,value
                K,group,獎勵,,,13,10,分,at most 10 分,value
                K,sum,,,,,88.3,分,,value
                K,gate,"gate ""乙類"" at least 4 分, otherwise at most 85 分",,,,,,乙類,shut
                K,total,,,,88.3,85,分,at most 88 分,value
                """, csv.toString());
    }

    @Test
    void aProgramReadsThemAsJson() throws IOException {
        StringBuilder json = new StringBuilder();
        JsonReport.write(RESULT, Language.EN, json);
        String told = json.toString().replaceAll("\\s+", "");
        assertTrue(
                told.contains(
                        "\"points\":{\"lines\":[{\"kind\":\"base\",\"label\":\"基本\",\"group\":null,\"applies\":true,\"rows\":0,"
                                + "\"before\":\"80\",\"amount\":\"80\",\"limits\":[]},"),
                told);
        assertTrue(told.contains("\"sum\":\"88.3\",\"limits\":[\"atmost88分\"],\"total\":\"85\"}"), told);
        KpiResult none = RESULT.kpi("L");
        assertEquals(Optional.empty(), none.points());
    }
}
