package org.moutracker.agreements.correspondence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.history.Historic;
import org.moutracker.agreements.history.HistoryKind;
import org.moutracker.agreements.history.NotInHistory;
import org.moutracker.agreements.history.Place;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.PartialDate;

/** A note verbale or letter about an agreement, as it was entered; a wrong entry is voided. */
@Entity
@DynamicUpdate
class Correspondence implements Historic {

    // Sorts an unknown day before all others.
    private static final LocalDate UNKNOWN = LocalDate.of(1, 1, 1);
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    @Id
    UUID id;

    @Version
    long version = 1;

    @NotInHistory
    UUID agreementId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String number;

    @Nullable
    String dated;

    @NotInHistory
    LocalDate firstDay;

    @NotInHistory
    LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    Direction direction;

    String fromParty;
    String toParty;
    String[] about;
    String summary;

    @Nullable
    UUID documentId;

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

    protected Correspondence() {}

    Correspondence(UUID agreementId, CorrespondenceForm form, Instant now, String who) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        kind = form.kind();
        number = form.number();
        dated = form.dated() == null ? null : form.dated().toString();
        firstDay = firstDay(form.dated());
        lastDay = Optional.ofNullable(form.dated())
                .map(day -> day.latest().orElse(OPEN))
                .orElse(UNKNOWN);
        direction = form.direction();
        fromParty = form.from();
        toParty = form.to();
        about = form.about().stream().map(About::key).distinct().toArray(String[]::new);
        summary = form.summary();
        documentId = form.document();
        recordedAt = now;
        recordedBy = who;
    }

    static LocalDate firstDay(@Nullable PartialDate dated) {
        return Optional.ofNullable(dated).flatMap(PartialDate::earliest).orElse(UNKNOWN);
    }

    @Override
    public Place inHistory() {
        return new Place(HistoryKind.CORRESPONDENCE, agreementId, id, number, voidReason);
    }

    /** Says that it was entered wrongly. */
    void makeVoid(String reason, Instant now, String who) {
        if (voidedAt != null) {
            throw new RuleViolated("the entry is void already");
        }
        voidedAt = now;
        voidedBy = who;
        voidReason = reason;
    }
}
