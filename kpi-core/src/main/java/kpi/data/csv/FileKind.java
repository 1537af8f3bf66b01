package kpi.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kpi.diagnostic.LocalText;

/** Names a file that is not CSV by its first bytes. */
final class FileKind {
    private FileKind() {}

    /** What it is instead of CSV; empty if it may be CSV. */
    static Optional<LocalText> of(byte[] head, boolean mayHaveNulBytes) {
        if (startsWith(head, 0x1F, 0x8B)) {
            return kind("gzip 壓縮檔", "a gzip archive");
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return kind("ZIP 檔（例如 XLSX 或 ODS）", "a ZIP archive, such as XLSX or ODS");
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return kind("舊式或有密碼的 Office 檔", "an old or protected Office file");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            return kind("PDF", "a PDF");
        }
        if (isMarkup(head)) {
            return kind("HTML 或 XML", "HTML or XML");
        }
        return mayHaveNulBytes ? Optional.empty() : utf16(head);
    }

    private static boolean isMarkup(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String begin = (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).strip();
        return begin.startsWith("<!doctype")
                || begin.startsWith("<html")
                || begin.startsWith("<?xml")
                || begin.startsWith("<table")
                || begin.startsWith("<head")
                || begin.startsWith("<body");
    }

    /** UTF-16 by its mark, or by NUL bytes that always are the same half of a pair and stand beside separators. */
    private static Optional<LocalText> utf16(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return kind("UTF-16LE 編碼", "in UTF-16LE");
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return kind("UTF-16BE 編碼", "in UTF-16BE");
        }
        int[] nuls = new int[2];
        int[] separators = new int[2];
        for (int i = 0; i + 1 < head.length; i += 2) {
            for (int half = 0; half < 2; half++) {
                if (head[i + half] == 0) {
                    nuls[half]++;
                    byte other = head[i + 1 - half];
                    separators[half] += other == ',' || other == '\n' || other == '\r' || other == '\t' ? 1 : 0;
                }
            }
        }
        if (nuls[0] >= 2 && nuls[1] == 0 && separators[0] > 0) {
            return kind("UTF-16BE 編碼（含 NUL 位元組）", "in UTF-16BE (it has NUL bytes)");
        }
        if (nuls[1] >= 2 && nuls[0] == 0 && separators[1] > 0) {
            return kind("UTF-16LE 編碼（含 NUL 位元組）", "in UTF-16LE (it has NUL bytes)");
        }
        return Optional.empty();
    }

    private static Optional<LocalText> kind(String zh, String en) {
        return Optional.of(new LocalText(zh, en));
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
