package org.moutracker.agreements.contactpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.contactpoint.ContactPointEvent.ContactPointEnded;
import org.moutracker.agreements.contactpoint.ContactPointEvent.ContactPointNamed;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** A person whom one turns to in an organization, from a day on, perhaps until another. Only its end ever moves. */
@Entity
@DynamicUpdate
@CheckReturnValue
class ContactPoint {

    @Id
    UUID id;

    @Version
    long version = 1;

    UUID organizationId;
    UUID personId;
    String role;
    LocalDate since;

    /** The last day; before the first when it never began. */
    @Nullable
    LocalDate until;

    Instant recordedAt;
    String recordedBy;

    @Nullable
    Instant endedAt;

    @Nullable
    String endedBy;

    protected ContactPoint() {}

    ContactPoint(UUID organization, UUID person, ContactPointForm form, LocalDate today, Instant now, String who) {
        id = Ids.next();
        organizationId = organization;
        personId = person;
        role = form.role().strip();
        since = form.from() == null ? today : form.from();
        until = form.until();
        recordedAt = now;
        recordedBy = who;
        if (until != null && until.isBefore(since)) {
            throw new InvalidRequest("until", "must not be before " + since);
        }
    }

    /** Is one from now on, beside those that there are. */
    ContactPointNamed name(List<ContactPoint> others) {
        if (others.stream().anyMatch(other -> other.personId.equals(personId) && overlaps(other))) {
            throw new RuleViolated("the person is a contact point of it then already");
        }
        return new ContactPointNamed(state(version));
    }

    private boolean overlaps(ContactPoint other) {
        return !(other.until != null && other.until.isBefore(other.since))
                && (until == null || !until.isBefore(other.since))
                && (other.until == null || !other.until.isBefore(since));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }

    /** Ends with a day; with the day before the first it has never been one. */
    ContactPointEnded end(LocalDate last, LocalDate today, Instant now, String who) {
        if (until != null && until.isBefore(today)) {
            throw new RuleViolated("it ended on %s already".formatted(until));
        }
        if (last.isBefore(since.minusDays(1))) {
            throw new InvalidRequest("on", "must not be before " + since.minusDays(1));
        }
        until = last;
        endedAt = now;
        endedBy = who;
        return new ContactPointEnded(state(version + 1));
    }

    private ContactPointState state(long as) {
        return new ContactPointState(id, organizationId, personId, since, until, as);
    }
}
