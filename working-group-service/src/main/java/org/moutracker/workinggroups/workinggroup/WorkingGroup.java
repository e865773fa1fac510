package org.moutracker.workinggroups.workinggroup;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConstituted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMandated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberAccepted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberNominated;

/** People of several sides who are to see to an agreement together. */
@Entity
@CheckReturnValue
public class WorkingGroup {

    @Id
    UUID id;

    @Version
    long version = 1;

    String name;
    String type;

    @Enumerated(EnumType.STRING)
    WorkingGroupStatus status = WorkingGroupStatus.MANDATED;

    List<UUID> agreements;
    UUID commitmentId;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> functions;

    @JdbcTypeCode(SqlTypes.JSON)
    Composition composition;

    @JdbcTypeCode(SqlTypes.JSON)
    List<GroupParty> parties;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Member> members = List.of();

    /** Follows from what stands above; kept so that lists need not compute it. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Missing> missing;

    @Nullable
    LocalDate establishedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    TermsOfReference terms = TermsOfReference.USUAL;

    @Nullable
    LocalDate firstMetOn;

    @Nullable
    LocalDate lastMetOn;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected WorkingGroup() {}

    public WorkingGroup(Mandate mandate) {
        id = Ids.next();
        stored = false;
        name = mandate.name();
        type = mandate.type();
        agreements = List.of(mandate.agreementId());
        commitmentId = mandate.commitmentId();
        functions = mandate.functions();
        composition = mandate.composition();
        parties = mandate.parties();
        missing = stillMissing();
    }

    public UUID id() {
        return id;
    }

    public UUID commitmentId() {
        return commitmentId;
    }

    public TermsOfReference terms() {
        return terms;
    }

    /** The day on which it was established; null before. */
    public @Nullable LocalDate establishedOn() {
        return establishedOn;
    }

    public String name() {
        return name;
    }

    public List<UUID> agreements() {
        return agreements;
    }

    public List<GroupParty> parties() {
        return parties;
    }

    /** Its sides, in the order of its parties. */
    public List<String> sides() {
        return parties.stream().map(GroupParty::side).distinct().toList();
    }

    /** Whoever sits in it now. */
    public List<Seat> seats() {
        return sitting().stream().map(Seat::of).toList();
    }

    public boolean hasEnded() {
        return status.hasEnded();
    }

    /** Refuses what a group that is not yet established, or not any more, cannot do. */
    public void requireMeets() {
        requireGoingOn("meet");
        if (establishedOn == null) {
            throw new RuleViolated("a group that is %s cannot meet: it has to be constituted first".formatted(status));
        }
    }

    /** It has met on that day: from the first time on it is active. */
    public Optional<WorkingGroupEvent> met(LocalDate on) {
        firstMetOn = firstMetOn == null || on.isBefore(firstMetOn) ? on : firstMetOn;
        lastMetOn = lastMetOn == null || on.isAfter(lastMetOn) ? on : lastMetOn;
        if (status != WorkingGroupStatus.CONSTITUTED) {
            return Optional.empty();
        }
        status = WorkingGroupStatus.ACTIVE;
        return Optional.of(new WorkingGroupActivated(state()));
    }

    /** When it has met after all, once a meeting turned out never to have been. */
    public void metOnly(@Nullable LocalDate first, @Nullable LocalDate last) {
        firstMetOn = first;
        lastMetOn = last;
    }

    public @Nullable LocalDate lastMetOn() {
        return lastMetOn;
    }

    public WorkingGroupMandated mandate() {
        return new WorkingGroupMandated(state());
    }

    /** The party of that code. */
    GroupParty party(String code) {
        return parties.stream()
                .filter(party -> party.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "party",
                        "must be a party of the agreement: "
                                + parties.stream().map(GroupParty::code).collect(joining(", "))));
    }

    /** Takes in somebody whom a party has named. */
    WorkingGroupMemberNominated nominate(UUID member, UUID person, GroupParty party, MemberRole role) {
        requireGoingOn("take members");
        if (sitting().stream().anyMatch(other -> other.personId().equals(person))) {
            throw new RuleViolated("the person is in the group already");
        }
        if (role == MemberRole.CO_CHAIR
                && sitting().stream()
                        .anyMatch(other -> other.role() == MemberRole.CO_CHAIR
                                && other.side().equals(party.side()))) {
            throw new RuleViolated("%s has a co-chair already".formatted(party.side()));
        }
        var more = new ArrayList<>(members);
        more.add(new Member(member, person, party.code(), party.side(), role, MemberStatus.NOMINATED));
        members = more;
        missing = stillMissing();
        if (status == WorkingGroupStatus.MANDATED) {
            status = WorkingGroupStatus.FORMING;
        }
        return new WorkingGroupMemberNominated(state());
    }

    /** Notes that somebody who was named has accepted. */
    WorkingGroupMemberAccepted accept(UUID member) {
        requireGoingOn("change");
        var accepting = member(member);
        if (!composition.acceptance()) {
            throw new RuleViolated("nominated members of this group count without accepting");
        }
        var accepted = accepting.accepted();
        members = members.stream()
                .map(other -> other.equals(accepting) ? accepted : other)
                .toList();
        missing = stillMissing();
        return new WorkingGroupMemberAccepted(state());
    }

    Member member(UUID id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("member"));
    }

    /** Whether it is only waiting to be constituted. */
    boolean isComplete() {
        return missing.isEmpty() && status.canBecome(WorkingGroupStatus.CONSTITUTED);
    }

    /** It is established on that day. */
    WorkingGroupConstituted constitute(LocalDate on, Instant now) {
        if (!status.canBecome(WorkingGroupStatus.CONSTITUTED)) {
            throw new RuleViolated("a group that is %s cannot be constituted".formatted(status));
        }
        if (!missing.isEmpty()) {
            throw new RuleViolated("the group is not complete; missing: "
                    + missing.stream().map(Missing::toString).collect(joining(", ")));
        }
        var today = today(now);
        if (on.isAfter(today)) {
            throw new InvalidRequest("on", "must not be after today, %s".formatted(today));
        }
        status = WorkingGroupStatus.CONSTITUTED;
        establishedOn = on;
        return new WorkingGroupConstituted(state());
    }

    /** The latest day that it is for any of the parties. */
    LocalDate today(Instant now) {
        return parties.stream()
                .map(party -> now.atZone(ZoneId.of(party.zone())).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<Member> sitting() {
        return members.stream().filter(member -> !member.hasEnded()).toList();
    }

    private List<Missing> stillMissing() {
        var sides = new LinkedHashSet<String>();
        parties.forEach(party -> sides.add(party.side()));
        return composition.missing(sides, members);
    }

    private void requireGoingOn(String what) {
        if (status.hasEnded()) {
            throw new RuleViolated("a group that is %s cannot %s any more".formatted(status, what));
        }
    }

    private WorkingGroupState state() {
        return new WorkingGroupState(
                id,
                name,
                type,
                status,
                agreements,
                commitmentId,
                functions,
                composition,
                establishedOn,
                members,
                missing,
                stored ? version + 1 : version);
    }
}
