package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kpi.source.Source;
import org.junit.jupiter.api.Test;

class DrawingTest {
    @Test
    void drawsCaretsUnderFullWidthText() {
        Source source = Source.of("group-h.kpi", "指標 HP2.2\n  公式：稅課收入÷歲入）×100%\n");
        int at = source.text().indexOf('）');
        String drawn = Problem.of(CommonCode.UNREADABLE_SOURCE, source.span(at, at + 1))
                .with("name", "x")
                .with("offset", 3)
                .with("detail", "{0} %s\u202E")
                .related(source.span(0, 2), "declared-here")
                .edit(source.span(15, 15), "（")
                .build()
                .draw(Language.ZH_TW);
        assertEquals("""
                錯誤 unreadable-source: 檔案「x」讀到第 3 個位元組後無法再讀：{0} %s<U+202E>。
                 --> group-h.kpi:2:13
                  |
                2 |   公式：稅課收入÷歲入）×100%
                  |                      ^^
                  |
                1 | 指標 HP2.2
                  | ---- 宣告於此
                建議：請確認檔案存在、可以讀取，而且是文字檔。
                  改為：公式：稅（課收入÷歲入）×100%""", drawn);
    }
}
