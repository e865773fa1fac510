package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.document.DocumentChange.What;
import org.moutracker.platform.problem.RuleViolated;

/** Takes in the bytes of a document, once. */
@ApplicationScoped
class StoreContent {

    private final KnownAgreements agreements;
    private final DocumentRepository documents;
    private final Contents contents;
    private final DocumentStore store;
    private final DocumentHistory history;
    private final Viewer viewer;
    private final InstantSource clock;

    StoreContent(
            KnownAgreements agreements,
            DocumentRepository documents,
            Contents contents,
            DocumentStore store,
            DocumentHistory history,
            Viewer viewer,
            InstantSource clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.contents = contents;
        this.store = store;
        this.history = history;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * What became of an upload.
     *
     * @param isNew false when the same bytes were there before
     */
    record Stored(Document document, Content content, boolean isNew) {}

    /** The caller's transaction leaves nothing behind when this fails. */
    Stored store(Document document, FileType type, @Nullable ContentDigest digest, InputStream body) {
        document.await(type);
        var file = new ArrivingFile(body, type);
        var known = contents.findById(document.id);
        if (known != null) {
            passBy(file);
            return repeated(document, known, file);
        }
        var place = keep(file);
        document.accept(file.sha256(), file.size());
        if (digest != null) {
            digest.accept(file);
        }
        // Only now, so that nobody waits for a client that sends slowly.
        agreements.lock(document.agreementId);
        documents.lock(document);
        document.requireOpen();
        var faster = contents.findById(document.id);
        if (faster != null) {
            store.remove(place);
            return repeated(document, faster, file);
        }
        var content = new Content(document, place, file, clock.instant(), viewer.name());
        contents.persist(content);
        history.persist(new DocumentChange(document.id, What.STORED, null, clock.instant(), viewer.name()));
        documents.touch(document);
        documents.flush();
        return new Stored(document, content, true);
    }

    /** The same upload again is answered as the first; anything else would be another document. */
    private static Stored repeated(Document document, Content known, ArrivingFile file) {
        if (!known.sha256.equals(file.sha256())) {
            throw new RuleViolated(
                    "the document has its content, which stays as it is: enter a new document that replaces this one");
        }
        return new Stored(document, known, false);
    }

    private long keep(ArrivingFile file) {
        try {
            return store.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void passBy(ArrivingFile file) {
        try {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
