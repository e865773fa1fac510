package org.moutracker.agreements.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;

/** A line of a document's history. */
@Entity
@Immutable
class DocumentChange {

    @Id
    UUID id;

    UUID documentId;

    @Enumerated(EnumType.STRING)
    What what;

    @Nullable
    String reason;

    Instant happenedAt;
    String doneBy;

    /** What can happen to a document. */
    @Schema(name = "DocumentChangeKind", description = "RESTORED: what had replaced it was voided.")
    enum What {
        RECORDED,
        STORED,
        REPLACED,
        RESTORED,
        VOIDED
    }

    protected DocumentChange() {}

    DocumentChange(UUID documentId, What what, @Nullable String reason, Instant now, String who) {
        this.id = Ids.next();
        this.documentId = documentId;
        this.what = what;
        this.reason = reason;
        this.happenedAt = now;
        this.doneBy = who;
    }

    /** A line as callers see it. */
    @Schema(name = "DocumentChange", description = "What happened to a document, when, by whom and why.")
    record View(
            @Schema(required = true) What what,

            @Schema(required = true, nullable = true, examples = "It belongs to another agreement") @Nullable
            String reason,

            @Schema(required = true) Instant at,
            @Schema(required = true, examples = "registrar") String by) {}

    View view() {
        return new View(what, reason, happenedAt, doneBy);
    }
}
