package kpi.dsl.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Code;
import kpi.diagnostic.Language;
import kpi.diagnostic.VisibleText;
import kpi.dsl.catalogue.Entry.Side;

/** The page of one set of codes, in Markdown. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    private Page() {}

    static String of(String set, List<Code> codes) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        Entry.all().forEach(entry -> entries.put(entry.id(), entry));
        Page page = new Page();
        page.line("# Diagnostics 診斷訊息: " + set);
        page.line("");
        page.line("Made from the catalogue under `kpi-dsl/src/test/resources/kpi/dsl/catalogue/" + set
                + "` by a test, which also runs every example.");
        page.line("");
        page.line("| code | class | severity | says |");
        page.line("|---|---|---|---|");
        List<Code> shown = codes.stream()
                .filter(code -> entries.containsKey(Codes.idOf(code)))
                .toList();
        for (Code code : shown) {
            page.line("| [`" + code.id() + "`](#" + code.id() + ") | " + code.problemClass() + " | "
                    + code.severity().name().toLowerCase(Locale.ROOT) + " | "
                    + code.texts().text(code.id() + ".message", Language.EN).replace("|", "\\|") + " |");
        }
        for (Code code : shown) {
            page.entry(code, Objects.requireNonNull(entries.get(Codes.idOf(code))));
        }
        return page.text.toString();
    }

    private void entry(Code code, Entry entry) throws IOException {
        line("");
        line("## " + code.id());
        line("");
        line(code.texts().text(code.id() + ".message", Language.ZH_TW) + " "
                + code.texts().text(code.id() + ".remedy", Language.ZH_TW));
        line("");
        line(code.texts().text(code.id() + ".message", Language.EN) + " "
                + code.texts().text(code.id() + ".remedy", Language.EN));
        Optional<String> host = HostMistakes.shown(entry.id());
        if (host.isPresent()) {
            line("");
            line("Example 範例 (code of a host)");
            block(host.get());
        }
        side("Example 範例", entry, Side.BAD);
        line("");
        line("Told 訊息");
        block(Files.readString(entry.expected(), StandardCharsets.UTF_8));
        side("Repaired 改正", entry, Side.GOOD);
    }

    private void side(String title, Entry entry, Side side) throws IOException {
        List<Path> files = entry.files(side);
        List<List<String>> orders = entry.orders();
        if (files.isEmpty()) {
            return;
        }
        line("");
        String how = side == Side.BAD && !orders.isEmpty()
                ? " ("
                        + String.join(
                                "; ",
                                orders.stream()
                                        .map(order -> String.join(" ", order))
                                        .toList()) + ")"
                : "";
        line(title + how);
        for (Path file : files) {
            if (files.size() > 1) {
                line("");
                line("`" + file.getFileName() + "`");
            }
            block(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
    }

    /** Invisible characters are shown by their numbers. */
    private void block(String content) {
        line("");
        line("```text");
        content.lines().map(VisibleText::of).forEach(this::line);
        line("```");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
