package org.moutracker.agreements.imports;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** How a file of agreements is written. */
enum FileFormat {
    JSON_LINES("application/x-ndjson"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Reads a Content-Type; a text in another script than UTF-8 is none of them. */
    static FileFormat of(@Nullable String contentType) {
        var parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
        var otherScript = Arrays.stream(parts)
                .skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
                .anyMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"));
        return Arrays.stream(values())
                .filter(format -> !otherScript && format.mediaType.equalsIgnoreCase(parts[0].strip()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "the Content-Type must be one of %s; text must be UTF-8"
                                .formatted(Arrays.stream(values())
                                        .map(format -> format.mediaType)
                                        .collect(joining(", ")))));
    }
}
