package org.moutracker.agreements.document;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;

/** The bytes of a document, which never change once they are there: where they lie, and how to know them again. */
@Entity
@Immutable
@Table(name = "document_content")
class Content implements Historic {

    @Id
    UUID documentId;

    @NotInHistory
    long place;

    String sha256;
    long size;
    String mediaType;

    @NotInHistory
    Instant storedAt;

    @NotInHistory
    String storedBy;

    /** Null once it was read: it is only added to a history. */
    @Transient
    @Nullable
    Document document;

    protected Content() {}

    Content(Document document, long place, ArrivingFile file, Instant now, String who) {
        this.document = document;
        this.documentId = document.id;
        this.place = place;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.mediaType = file.type().mediaType();
        this.storedAt = now;
        this.storedBy = who;
    }

    @Override
    public Place inHistory() {
        var of = requireNonNull(document, "it never changes");
        return new Place(HistoryKind.CONTENT, of.agreementId, documentId, of.title, null, of.historyReaders());
    }
}
