package org.moutracker.agreements.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** As what a list can be had. */
public enum ListFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(ListFormat.TEXT_CSV),
    XLSX(ListFormat.SPREADSHEET);

    public static final String TEXT_CSV = "text/csv";
    public static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    ListFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By a parameter, which can stand in a link, and without one by what the caller accepts. */
    public static ListFormat of(@Nullable String asked, HttpHeaders headers) {
        if (asked != null) {
            return Arrays.stream(values())
                    .filter(format -> format.word().equals(asked))
                    .findAny()
                    .orElseThrow(() -> new InvalidRequest("format", "must be one of json, csv, xlsx"));
        }
        // The framework has refused whoever accepts none of them.
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Arrays.stream(values())
                        .filter(format -> MediaType.valueOf(format.mediaType).isCompatible(accepted)))
                .findFirst()
                .orElse(JSON);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return this == CSV ? mediaType + ";charset=UTF-8;header=present" : mediaType;
    }

    TableWriter write(OutputStream output, Table<?> table) throws IOException {
        return switch (this) {
            case JSON -> throw new IllegalArgumentException("a page is no table");
            case CSV -> new CsvFile(output, table);
            case XLSX -> new XlsxFile(output, table);
        };
    }
}
