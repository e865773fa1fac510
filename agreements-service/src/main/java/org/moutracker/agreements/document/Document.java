package org.moutracker.agreements.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.KnownAgreements.Known;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.agreements.history.Readers;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** A document of an agreement: what it says of itself. It is entered once; it can be replaced, and voided. */
@Entity
@DynamicUpdate
class Document implements Historic {

    @Id
    UUID id;

    @Version
    long version = 1;

    @NotInHistory
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    DocumentRole role;

    String language;
    String title;
    boolean authentic;
    boolean prevailing;

    @Enumerated(EnumType.STRING)
    Confidentiality confidentiality;

    @Nullable
    String side;

    @NotInHistory
    String[] readers;

    @Nullable
    String sha256;

    @Nullable
    String mediaType;

    @Nullable
    Long size;

    @Nullable
    String fileName;

    @Nullable
    String uri;

    @Nullable
    UUID replaces;

    @Nullable
    UUID replacedBy;

    @NotInHistory
    Instant recordedAt;

    @NotInHistory
    String recordedBy;

    @Nullable
    @NotInHistory
    Instant voidedAt;

    @Nullable
    @NotInHistory
    String voidedBy;

    @Nullable
    String voidReason;

    protected Document() {}

    Document(Known agreement, DocumentForm form, Instant now, String who) {
        id = Ids.next();
        agreementId = agreement.id();
        role = form.role();
        language = Languages.usual(form.language()).orElseThrow();
        title = form.title();
        authentic = form.isAuthentic();
        prevailing = form.isPrevailing();
        confidentiality = form.confidentiality();
        side = form.side();
        readers = form.readers(agreement).toArray(String[]::new);
        sha256 = form.sha256();
        mediaType = form.mediaType();
        size = form.size();
        fileName = form.fileName();
        uri = form.uri();
        replaces = form.replaces();
        recordedAt = now;
        recordedBy = who;
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.DOCUMENT, agreementId, id, title, voidReason, historyReaders());
    }

    /** Who may know that it is there. */
    Readers historyReaders() {
        return switch (confidentiality) {
            case PUBLIC -> Readers.ALL;
            case PARTIES -> new Readers(List.of(readers), true);
            case SIDE -> new Readers(List.of(readers), false);
        };
    }

    boolean isVoid() {
        return voidedAt != null;
    }

    /** Gives its place to a newer one; both stay. */
    void giveWay(Document newer) {
        if (isVoid()) {
            throw new RuleViolated("a document that is void cannot be replaced");
        }
        if (replacedBy != null) {
            throw new RuleViolated("the document has been replaced already, by " + replacedBy);
        }
        replacedBy = newer.id;
    }

    /** Whether it stands again without the one that had replaced it. */
    boolean stands(Document mistaken) {
        return !isVoid() && mistaken.replacedBy == null;
    }

    /** What had replaced it was entered wrongly: takes its place back, or gives it to what has replaced that. */
    void comeBack(Document mistaken) {
        replacedBy = mistaken.replacedBy;
    }

    /** Says that it was entered wrongly. */
    void makeVoid(String reason, Instant now, String who) {
        if (isVoid()) {
            throw new RuleViolated("the document is void already");
        }
        voidedAt = now;
        voidedBy = who;
        voidReason = reason;
    }

    /** Whether it may be the one that decides. */
    boolean decides() {
        return prevailing && !isVoid() && replacedBy == null;
    }

    /** Lets a file of that type come, before any of it is read. */
    void await(FileType type) {
        requireOpen();
        if (mediaType != null && !type.mediaType().equals(mediaType)) {
            throw new InvalidRequest("Content-Type", "must be %s, as was announced".formatted(mediaType));
        }
    }

    /** Refuses a file for what is void or elsewhere. */
    void requireOpen() {
        if (isVoid()) {
            throw new RuleViolated("a document that is void takes no content");
        }
        if (uri != null) {
            throw new RuleViolated("the document is kept elsewhere, at its uri");
        }
    }

    /** Holds what arrived against what was announced. */
    void accept(String arrivedSha256, long arrivedSize) {
        if (size != null && size != arrivedSize) {
            throw new InvalidRequest("size", "was announced as %d, but %d bytes arrived".formatted(size, arrivedSize));
        }
        if (sha256 != null && !sha256.equals(arrivedSha256)) {
            throw new InvalidRequest(
                    "sha256", "was announced as %s, but what arrived has %s".formatted(sha256, arrivedSha256));
        }
    }
}
