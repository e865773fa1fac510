package org.moutracker.agreements.document;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document as callers see it. */
@Schema(name = "Document", description = "A document of an agreement: what it says of itself, and where its bytes are.")
record DocumentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,
        @Schema(required = true) DocumentRole role,

        @Schema(required = true, description = "BCP 47", examples = "en")
        String language,

        @Schema(required = true, examples = "Memorandum of Understanding on health cooperation, signed copy")
        String title,

        @Schema(required = true) boolean authentic,
        @Schema(required = true) boolean prevailing,
        @Schema(required = true) Confidentiality confidentiality,

        @Schema(required = true, nullable = true, description = "Whose it is when it is for one side") @Nullable
        String side,

        @Schema(
                required = true,
                nullable = true,
                description = "SHA-256 of the file; before the upload as it was announced",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String sha256,

        @Schema(required = true, nullable = true, examples = "application/pdf") @Nullable
        String mediaType,

        @Schema(required = true, nullable = true, description = "In bytes", examples = "183245") @Nullable
        Long size,

        @Schema(required = true, nullable = true, examples = "MoU-health-2025.pdf") @Nullable
        String fileName,

        @Schema(
                required = true,
                nullable = true,
                description = "Where it is kept, when that is not here",
                format = "uri")
        @Nullable
        String uri,

        @Schema(
                required = true,
                nullable = true,
                description = "Where its bytes are downloaded; null until they are there",
                format = "uri-reference",
                examples = "/api/v1/documents/0199c4f0-0000-7000-8000-000000000001/content")
        @Nullable
        String content,

        @Schema(required = true, nullable = true, description = "What this is a newer version of") @Nullable
        UUID replaces,

        @Schema(required = true, nullable = true, description = "What is a newer version of this") @Nullable
        UUID replacedBy,

        @Schema(required = true, nullable = true) @Nullable Voided voided,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, examples = "registrar") String recordedBy,

        @Schema(required = true, description = "Also the ETag")
        long version) {

    /** That a document was entered wrongly. */
    @Schema(name = "DocumentVoided", description = "That the document was entered wrongly.")
    record Voided(
            @Schema(required = true) Instant at,
            @Schema(required = true, examples = "registrar") String by,

            @Schema(required = true, examples = "It belongs to another agreement")
            String reason) {}

    static DocumentView of(Document document, @Nullable Content content) {
        return new DocumentView(
                document.id,
                document.agreementId,
                document.role,
                document.language,
                document.title,
                document.authentic,
                document.prevailing,
                document.confidentiality,
                document.side,
                content == null ? document.sha256 : content.sha256,
                content == null ? document.mediaType : content.mediaType,
                content == null ? document.size : Long.valueOf(content.size),
                document.fileName,
                document.uri,
                content == null ? null : "/api/v1/documents/%s/content".formatted(document.id),
                document.replaces,
                document.replacedBy,
                voided(document),
                document.recordedAt,
                document.recordedBy,
                document.version);
    }

    private static @Nullable Voided voided(Document document) {
        return document.voidedAt == null
                ? null
                : new Voided(
                        document.voidedAt,
                        Objects.requireNonNull(document.voidedBy),
                        Objects.requireNonNull(document.voidReason));
    }
}
