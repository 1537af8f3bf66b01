package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.result.ScorecardResult;
import org.junit.jupiter.api.Test;

/** Measures of hospitals, to four domains of each hospital, to one score. */
class HospitalChainTest {
    private static final String TEXT = """
            data 量測(facility_id: key, measure: key, threshold: number, benchmark: number,
                     baseline: number may be missing, performance: number may be missing)  from "clinical.csv", "safety.csv"

            kpi VBP "measure score" per row of 量測 {
              direction  higher is better when benchmark > threshold, otherwise lower is better
              achievement =
                  10 分      when performance reaches benchmark
                  0 分       when performance does not reach threshold
                  otherwise  (9 分 × (performance − threshold) / (benchmark − threshold) + 0.5 分, rounded to 1 分)
              improvement =
                  0 分       when performance is not better than baseline
                  9 分       when performance reaches benchmark
                  otherwise  (10 分 × (performance − baseline) / (benchmark − baseline) − 0.5 分, rounded to 1 分, at least 0 分, at most 9 分)
              formula    max(achievement, improvement)
              missing    improvement: leave out
              unit       分
            }

            define 領域得分(t) = sum(t) / (10 分 × count(t)) × 100 分

            kpi VBP.CLIN "clinical outcomes" per facility_id { formula 領域得分(VBP where measure ≠ "MSPB-1" and not (measure starts with "HAI"))   unit 分 }
            kpi VBP.SAFE "safety"            per facility_id { formula 領域得分(VBP where measure starts with "HAI")                               unit 分 }
            kpi VBP.COST "efficiency"        per facility_id { formula 領域得分(VBP where measure = "MSPB-1")                                      unit 分 }
            kpi VBP.CARE "person engagement" per facility_id { reported from "care.csv"                                                           unit 分 }

            scorecard TPS "total performance score" per facility_id {
              roll-up        weighted mean of actual
              VBP.CLIN       25%
              VBP.SAFE       25%
              VBP.COST       25%
              VBP.CARE       25%
              missing child  weight shared in proportion
              coverage       at least 3 of 4 children, otherwise not applicable
              rank           highest first, ties share the best place
            }
            """;

    private static final String HEAD = "facility_id,measure,threshold,benchmark,baseline,performance\n";

    // 010001: 7 and 10 of 20; 5 of 10; 5 of 10. 010005: 0 and one left out; improvement 10 but at most 9, achievement
    // 10; 0.
    // 010006: 0; 1; its cost has no performance. 010007 has neither cost nor engagement: two of four children.
    private static ScorecardResult result() {
        return Csv.of(TEXT)
                .file("clinical.csv", HEAD + """
                        010001,MORT-AMI,0.869247,0.887868,0.856752,0.880237
                        010001,MORT-HF,0.882308,0.907773,0.87,0.907773
                        010005,MORT-AMI,0.869247,0.887868,,0.86
                        010005,MORT-HF,0.882308,0.907773,0.88,
                        010006,MORT-AMI,0.869247,0.887868,0.86,0.85
                        010007,MORT-AMI,0.869247,0.887868,0.86,0.887868
                        """)
                .file("safety.csv", HEAD + """
                        010001,HAI-1,0.633,0,0.7,0.3165
                        010001,MSPB-1,0.98,0.84,1,0.91
                        010005,HAI-1,0.633,0,0.5,0
                        010005,MSPB-1,0.98,0.84,0.97,1.2
                        010006,HAI-1,0.633,0,,0.633
                        010006,MSPB-1,0.98,0.84,0.97,
                        010007,HAI-1,0.633,0,,0.7
                        010007,MSPB-1,0.98,0.84,0.97,
                        """)
                .file("care.csv", "facility_id,actual\n010001,62.5\n010005,40\n010006,10\n")
                .evaluate(112);
    }

    @Test
    void everyDomainOfEveryHospital() {
        ScorecardResult result = result();
        assertEquals(
                List.of("010001 | 85 分", "010005 | 0 分", "010006 | 0 分", "010007 | 100 分"), rows(result, "VBP.CLIN"));
        assertEquals(
                List.of("010001 | 50 分", "010005 | 100 分", "010006 | 10 分", "010007 | 0 分"), rows(result, "VBP.SAFE"));
        assertEquals(List.of("010001 | 50 分", "010005 | 0 分"), rows(result, "VBP.COST"));
        assertEquals(List.of("010001 | 62.5 分", "010005 | 40 分", "010006 | 10 分"), rows(result, "VBP.CARE"));
    }

    @Test
    void theScoreSharesTheWeightOfAMissingDomainUpToOne() {
        ScorecardResult result = result();
        assertEquals(List.of("010001 | 61.875 分", "010005 | 35 分", "010006 | 6.6666666666… 分"), rows(result, "TPS"));
        List<String> all = Csv.rows(result.kpi("TPS"));
        assertTrue(all.get(3).startsWith("010007 | not applicable"), all.get(3));
    }

    /** Those with a value, without their marks. */
    private static List<String> rows(ScorecardResult result, String kpi) {
        return Csv.rows(result.kpi(kpi)).stream()
                .map(row -> row.replaceAll(" \\[.*", ""))
                .filter(row -> row.endsWith("分"))
                .toList();
    }
}
