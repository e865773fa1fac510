package org.moutracker.agreements.responsibility;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** That somebody is an officer or follower of an agreement, from a day on, perhaps until another. Only its end ever moves. */
@Entity
@DynamicUpdate
@CheckReturnValue
class Assignment {

    @Id
    UUID id;

    UUID agreementId;
    String subject;

    @Enumerated(EnumType.STRING)
    OfficerRole role;

    LocalDate since;

    /** The last day; before the first when it never began. */
    @Nullable
    LocalDate until;

    Instant recordedAt;
    String recordedBy;

    protected Assignment() {}

    Assignment(UUID agreementId, AssignmentForm form, LocalDate today, Instant now, String who) {
        this.id = Ids.next();
        this.agreementId = agreementId;
        subject = form.subject();
        role = form.role();
        since = form.from() == null ? today : form.from();
        until = form.until();
        recordedAt = now;
        recordedBy = who;
        if (until != null && until.isBefore(since)) {
            throw new InvalidRequest("until", "must not be before " + since);
        }
    }

    /** Refuses what cannot be beside these: the same twice, or two who lead at once. */
    void requireBeside(List<Assignment> others) {
        for (var other : others) {
            if (!overlaps(other)) {
                continue;
            }
            if (other.subject.equals(subject) && other.role == role) {
                throw new RuleViolated("%s is %s of it then already".formatted(subject, role));
            }
            if (role == OfficerRole.LEAD && other.role == OfficerRole.LEAD) {
                throw new RuleViolated("%s leads then already: end that first, or hand over".formatted(other.subject));
            }
        }
    }

    private boolean overlaps(Assignment other) {
        return !other.isVoid()
                && (until == null || !until.isBefore(other.since))
                && (other.until == null || !other.until.isBefore(since));
    }

    /** Whether it was ended before it began. */
    boolean isVoid() {
        return until != null && until.isBefore(since);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }

    /** Ends it with a day; with the day before the first it has never been. */
    void end(LocalDate last, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            throw new RuleViolated("it ended on %s already".formatted(until));
        }
        if (last.isBefore(since.minusDays(1))) {
            throw new InvalidRequest("on", "must not be before " + since.minusDays(1));
        }
        until = last;
    }
}
