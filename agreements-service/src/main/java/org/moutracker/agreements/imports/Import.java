package org.moutracker.agreements.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;

/** A file of agreements that is taken over: checked as a whole first, and imported when somebody says so. */
@Entity
@Table(name = "agreement_import")
class Import {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    FileFormat format;

    long size;
    String sha256;

    /** Where the file lies until it is checked. */
    @Nullable
    Long place;

    @Enumerated(EnumType.STRING)
    OnDuplicate onDuplicate;

    @Enumerated(EnumType.STRING)
    ImportState state = ImportState.CHECKING;

    /** Why the file cannot be read to its end, and from which line on. */
    @Nullable
    String problem;

    @Nullable
    Integer problemLine;

    int linesRead;
    int fit;
    int duplicates;
    int errors;
    int imported;
    int skipped;
    int failed;

    /** The line up to which it is imported. */
    int lastLine;

    boolean leavesErrorsOut;
    Instant createdAt;
    String createdBy;

    @Nullable
    Instant checkedAt;

    @Nullable
    Instant executionBeganAt;

    @Nullable
    String executionBeganBy;

    @Nullable
    Instant endedAt;

    @Nullable
    String endedBy;

    protected Import() {}

    Import(
            @Nullable String name,
            FileFormat format,
            StoredFile file,
            OnDuplicate onDuplicate,
            Instant now,
            String who) {
        this.id = Ids.next();
        this.name = name;
        this.format = format;
        this.size = file.size();
        this.sha256 = file.sha256();
        this.place = file.place();
        this.onDuplicate = onDuplicate;
        this.createdAt = now;
        this.createdBy = who;
    }

    /** A file that has just been stored. */
    record StoredFile(long place, long size, String sha256) {}

    /** Notes what the next lines are. */
    void read(int fit, int duplicates, int errors) {
        require(ImportState.CHECKING);
        linesRead += fit + duplicates + errors;
        this.fit += fit;
        this.duplicates += duplicates;
        this.errors += errors;
    }

    /** The end of the file is reached. */
    void checked(Instant now) {
        become(ImportState.CHECKED);
        checkedAt = now;
        place = null;
    }

    /** The file cannot be read to its end; then nothing of it is imported. */
    void refuse(FileRefused because, Instant now) {
        become(ImportState.REFUSED);
        problem = because.reason();
        problemLine = because.line();
        endedAt = now;
        place = null;
    }

    /** Lets it be imported; to say so again changes nothing. */
    void execute(boolean leavingErrorsOut, Instant now, String who) {
        if (state == ImportState.IMPORTING || state == ImportState.IMPORTED) {
            return;
        }
        if (!state.canBecome(ImportState.IMPORTING)) {
            throw new RuleViolated("an import that is %s cannot be executed".formatted(state));
        }
        if (!leavingErrorsOut && errors() > 0) {
            throw new RuleViolated("%d lines have errors: mend them and upload the file again, or say leaveErrorsOut"
                    .formatted(errors()));
        }
        become(ImportState.IMPORTING);
        leavesErrorsOut = leavingErrorsOut;
        executionBeganAt = now;
        executionBeganBy = who;
    }

    private int errors() {
        return onDuplicate == OnDuplicate.FAIL ? errors + duplicates : errors;
    }

    /** Notes what became of the lines up to one. */
    void took(int upTo, int imported, int skipped, int failed) {
        require(ImportState.IMPORTING);
        lastLine = upTo;
        this.imported += imported;
        this.skipped += skipped;
        this.failed += failed;
    }

    /** No line is left. */
    void ended(Instant now) {
        become(ImportState.IMPORTED);
        endedAt = now;
    }

    /** Stops it; what was imported stays. */
    void cancel(Instant now, String who) {
        if (state == ImportState.CANCELLED) {
            return;
        }
        if (!state.canBecome(ImportState.CANCELLED)) {
            throw new RuleViolated("an import that is %s cannot be cancelled".formatted(state));
        }
        become(ImportState.CANCELLED);
        endedAt = now;
        endedBy = who;
        place = null;
    }

    private void become(ImportState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s".formatted(state, next));
        }
        state = next;
    }

    private void require(ImportState expected) {
        if (state != expected) {
            throw new IllegalStateException("%s is not %s".formatted(state, expected));
        }
    }
}
