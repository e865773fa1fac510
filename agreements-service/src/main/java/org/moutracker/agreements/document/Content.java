package org.moutracker.agreements.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The bytes of a document, which never change once they are there: where they lie, and how to know them again. */
@Entity
@Immutable
@Table(name = "document_content")
class Content {

    @Id
    UUID documentId;

    long place;
    String sha256;
    long size;
    String mediaType;
    Instant storedAt;
    String storedBy;

    protected Content() {}

    Content(UUID documentId, long place, ArrivingFile file, Instant now, String who) {
        this.documentId = documentId;
        this.place = place;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.mediaType = file.type().mediaType();
        this.storedAt = now;
        this.storedBy = who;
    }
}
