package org.moutracker.agreements.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as callers see it. */
@Schema(name = "Import", description = "A file of agreements that is taken over, and how far that is.")
record ImportView(
        @Schema(required = true) UUID id,

        @Schema(required = true, nullable = true, examples = "register-1990-2010.csv") @Nullable
        String name,

        @Schema(required = true) FileFormat format,
        @Schema(required = true, description = "Bytes") long size,
        @Schema(required = true) String sha256,
        @Schema(required = true) OnDuplicate onDuplicate,

        @Schema(
                required = true,
                description =
                        "CHECKING: the dry run is under way. CHECKED: it can be executed. REFUSED: the file cannot be read to "
                                + "its end, and nothing of it is imported.")
        ImportState state,

        @Schema(required = true, nullable = true, description = "Why a file is REFUSED", examples = "is not UTF-8")
        @Nullable
        String problem,

        @Schema(required = true, nullable = true, description = "In which line", examples = "12") @Nullable
        Integer problemLine,

        @Schema(required = true, description = "Lines with an agreement that were read")
        int linesRead,

        @Schema(required = true) Found found,
        @Schema(required = true) Taken taken,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) String createdBy,
        @Schema(required = true, nullable = true) @Nullable Instant checkedAt,
        @Schema(required = true, nullable = true) @Nullable Instant executionBeganAt,

        @Schema(required = true, nullable = true, description = "Imported, refused or cancelled") @Nullable
        Instant endedAt,

        @Schema(required = true, format = "uri-reference", description = "What was found, line by line")
        String lines,

        @Schema(required = true) long version) {

    /** What the dry run has found. */
    @Schema(name = "ImportFound", description = "What the dry run has found.")
    record Found(
            @Schema(required = true, description = "Lines that can be imported")
            int ok,

            @Schema(required = true, description = "Lines that seem to be there already")
            int duplicates,

            @Schema(required = true, description = "Lines that something is wrong with")
            int errors) {}

    /** What the execution has done. */
    @Schema(name = "ImportTaken", description = "What the execution has done.")
    record Taken(
            @Schema(required = true) int imported,
            @Schema(required = true) int skipped,
            @Schema(required = true) int failed) {}

    static ImportView of(Import one) {
        return new ImportView(
                one.id,
                one.name,
                one.format,
                one.size,
                one.sha256,
                one.onDuplicate,
                one.state,
                one.problem,
                one.problemLine,
                one.linesRead,
                new Found(one.fit, one.duplicates, one.errors),
                new Taken(one.imported, one.skipped, one.failed),
                one.createdAt,
                one.createdBy,
                one.checkedAt,
                one.executionBeganAt,
                one.endedAt,
                "/api/v1/imports/%s/lines".formatted(one.id),
                one.version);
    }
}
