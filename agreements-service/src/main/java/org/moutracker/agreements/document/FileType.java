package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of files that are kept, and how each begins. */
enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    TIFF("image/tiff", "tiff"),
    TEXT("text/plain", "txt");

    /** How much of the beginning is looked at. */
    static final int HEAD = 8192;

    // Where the name of a zip file's first entry stands, and which names an Office file begins with.
    private static final int ENTRY_NAME = 30;
    private static final List<String> OFFICE_PARTS =
            List.of("[Content_Types].xml", "_rels/", "docProps/", "customXml/");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(FileType::mediaType).collect(Collectors.joining(", "));
    }

    /** Whether a file of this type can begin so. */
    boolean begins(byte[] head) {
        return switch (this) {
            case PDF -> startsWith(head, "255044462d");
            case DOCX -> isOffice(head, "word/");
            case XLSX -> isOffice(head, "xl/");
            case ODT -> isZip(head) && entry(head).startsWith("mimetype" + mediaType);
            case PNG -> startsWith(head, "89504e470d0a1a0a");
            case JPEG -> startsWith(head, "ffd8ff");
            case TIFF -> startsWith(head, "49492a00") || startsWith(head, "4d4d002a");
            case TEXT -> isText(head);
        };
    }

    private static boolean startsWith(byte[] head, String hex) {
        var magic = HexFormat.of().parseHex(hex);
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isZip(byte[] head) {
        return startsWith(head, "504b0304") && head.length > ENTRY_NAME;
    }

    /** An Office file is a zip file whose first entry is of its own kind or common to all kinds. */
    private static boolean isOffice(byte[] head, String own) {
        return isZip(head)
                && (entry(head).startsWith(own)
                        || OFFICE_PARTS.stream().anyMatch(part -> entry(head).startsWith(part)));
    }

    /** The first entry's name, and what follows it. */
    private static String entry(byte[] head) {
        return new String(head, ENTRY_NAME, Math.min(head.length - ENTRY_NAME, 100), ISO_8859_1);
    }

    /** UTF-8, as far as it goes, without anything that is neither a letter nor a space; and nothing else that is kept. */
    private static boolean isText(byte[] head) {
        if (PDF.begins(head)) {
            return false;
        }
        var text = CharBuffer.allocate(head.length);
        // What the buffer cuts in two at its end is left over and no error.
        var result = UTF_8.newDecoder().decode(ByteBuffer.wrap(head), text, false);
        return !result.isError()
                && text.flip().chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t' || c == '\n' || c == '\r');
    }
}
