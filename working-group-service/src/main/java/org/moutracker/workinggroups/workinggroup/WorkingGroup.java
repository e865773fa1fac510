package org.moutracker.workinggroups.workinggroup;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupAbandoned;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupBecameDormant;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChanged;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConcluded;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupConstituted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMandated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberAccepted;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberChanged;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberEnded;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupMemberNominated;

/** People of several sides who are to see to an agreement together. */
@Entity
@CheckReturnValue
public class WorkingGroup {

    private static final int MOST_AGREEMENTS = 50;

    @Id
    UUID id;

    @Version
    long version = 1;

    String name;
    String type;

    @Enumerated(EnumType.STRING)
    WorkingGroupStatus status = WorkingGroupStatus.MANDATED;

    List<UUID> agreements;

    @Nullable
    UUID commitmentId;

    @Nullable
    UUID parentId;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> functions;

    @JdbcTypeCode(SqlTypes.JSON)
    Composition composition;

    @JdbcTypeCode(SqlTypes.JSON)
    List<GroupParty> parties;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Member> members = List.of();

    /** Follows from what stands above, like the next three; kept so that lists need not compute it. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Missing> missing;

    /** The sides for which nobody sits. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> vacant;

    /** When time changes something in it next. */
    @Nullable
    Instant dueAt;

    /** The database's: whether somebody should look at it, because nobody sits for a side or nothing is left to see to. */
    @Column(insertable = false, updatable = false)
    boolean orphan;

    @JdbcTypeCode(SqlTypes.JSON)
    Vacancies vacancies = Vacancies.NONE;

    @Nullable
    LocalDate establishedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    TermsOfReference terms = TermsOfReference.USUAL;

    @Nullable
    LocalDate firstMetOn;

    @Nullable
    LocalDate lastMetOn;

    /** From which day its present activity counts. */
    @Nullable
    LocalDate activeOn;

    @Enumerated(EnumType.STRING)
    @Nullable
    DormantBecause dormantBecause;

    @Nullable
    LocalDate dormantOn;

    @Enumerated(EnumType.STRING)
    Grounds grounds = Grounds.STANDING;

    @Nullable
    LocalDate endedOn;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected WorkingGroup() {}

    public WorkingGroup(Mandate mandate) {
        id = Ids.next();
        stored = false;
        name = mandate.name();
        type = mandate.type();
        agreements = mandate.agreements();
        commitmentId = mandate.commitmentId();
        parentId = mandate.parent();
        functions = mandate.functions();
        composition = mandate.composition();
        parties = mandate.parties();
        terms = mandate.terms();
        grounds = mandate.grounds();
        settle();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public WorkingGroupStatus status() {
        return status;
    }

    /** Null for a group that nobody has committed to. */
    public @Nullable UUID commitmentId() {
        return commitmentId;
    }

    public List<UUID> agreements() {
        return agreements;
    }

    public List<GroupParty> parties() {
        return parties;
    }

    /** Everybody who sits or ever sat in it. */
    public List<Member> members() {
        return members;
    }

    public TermsOfReference terms() {
        return terms;
    }

    /** The day on which it was established; null before. */
    public @Nullable LocalDate establishedOn() {
        return establishedOn;
    }

    /** Its sides, in the order of its parties. */
    public List<String> sides() {
        return parties.stream().map(GroupParty::side).distinct().toList();
    }

    /** Whoever sits in it now. */
    public List<Seat> seated() {
        return seats().sitting().map(Seat::of).toList();
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

    public @Nullable LocalDate lastMetOn() {
        return lastMetOn;
    }

    public WorkingGroupMandated mandate() {
        return new WorkingGroupMandated(state());
    }

    /** The party of that code. */
    public GroupParty party(String code) {
        return parties.stream()
                .filter(party -> party.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "party",
                        "must be a party of the agreement: "
                                + parties.stream().map(GroupParty::code).collect(joining(", "))));
    }

    Seats seats() {
        return new Seats(members);
    }

    Member member(UUID id) {
        return seats().get(id);
    }

    /** Takes in somebody whom a party has named. */
    WorkingGroupMemberNominated nominate(Member named, Instant now) {
        requireGoingOn("take members");
        members = seats().with(named, party(named.party()).today(now)).members();
        settle();
        if (status == WorkingGroupStatus.MANDATED) {
            status = WorkingGroupStatus.FORMING;
        }
        return new WorkingGroupMemberNominated(state(), named.id());
    }

    /** Notes that somebody who was named has accepted. */
    WorkingGroupMemberAccepted accept(UUID member) {
        requireGoingOn("change");
        var accepted = seats().changed(member, Member::accepted);
        if (!composition.acceptance()) {
            throw new RuleViolated("nominated members of this group count without accepting");
        }
        members = accepted.members();
        settle();
        return new WorkingGroupMemberAccepted(state(), member);
    }

    /** Notes that somebody is away for some days, and who stands in. */
    WorkingGroupMemberChanged away(UUID member, LocalDate from, LocalDate to, @Nullable UUID deputy, Instant now) {
        requireGoingOn("change");
        var today = party(member(member).party()).today(now);
        members = seats().away(member, from, to, deputy, today).members();
        return new WorkingGroupMemberChanged(state(), member);
    }

    /** Notes that somebody is not away after all. */
    WorkingGroupMemberChanged back(UUID member, int absence) {
        requireGoingOn("change");
        members = seats().back(member, absence).members();
        return new WorkingGroupMemberChanged(state(), member);
    }

    /**
     * Lets somebody leave.
     *
     * @param successor the member who takes over; null when nobody does, or somebody who is yet to be named
     */
    WorkingGroupMemberEnded end(
            UUID member, LocalDate on, @Nullable UUID successor, @Nullable String reason, Instant now) {
        var leaver = member(member);
        requireNotLaterThan("on", on, party(leaver.party()).today(now));
        if (leaver.from() != null && on.isBefore(leaver.from())) {
            throw new InvalidRequest("on", "must not be before %s, when the term began".formatted(leaver.from()));
        }
        var seats = seats().changed(member, other -> other.ended(on, EndedBecause.LEFT));
        members = (successor == null ? seats : seats.succeeded(leaver, successor)).members();
        settle();
        return new WorkingGroupMemberEnded(state(), List.of(member), successor, reason);
    }

    /** Says that somebody should never have been in it. */
    WorkingGroupMemberEnded voidMember(UUID member, String reason, Instant now) {
        var today = party(member(member).party()).today(now);
        members = seats().changed(member, other -> other.voided(today)).members();
        settle();
        return new WorkingGroupMemberEnded(state(), List.of(member), null, reason);
    }

    /** Lets everybody leave whose term of office is over by now. */
    Optional<WorkingGroupMemberEnded> endTerms(Instant now) {
        var over = DueTimes.termsOver(this, now);
        if (over.isEmpty() || status.hasEnded()) {
            return Optional.empty();
        }
        for (var member : over) {
            members = seats().changed(member.id(), other -> other.ended(other.lastDay(), EndedBecause.TERM_OVER))
                    .members();
        }
        settle();
        return Optional.of(new WorkingGroupMemberEnded(
                state(), over.stream().map(Member::id).toList(), null, "the term of office is over"));
    }

    /** Lets a person leave who is erased. */
    Optional<WorkingGroupMemberEnded> forget(UUID person, Instant now) {
        var leaving = seats().sitting()
                .filter(member -> member.personId().equals(person))
                .map(Member::id)
                .toList();
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        members = seats().ended(member -> member.personId().equals(person), today(now), EndedBecause.ERASED)
                .members();
        settle();
        return Optional.of(new WorkingGroupMemberEnded(state(), leaving, null, "the person is erased"));
    }

    /** Gives it other words or another place; what is null stays. */
    WorkingGroupChanged describe(String name, List<String> functions, @Nullable UUID parent) {
        requireGoingOn("change");
        this.name = name;
        this.functions = functions;
        this.parentId = parent;
        return new WorkingGroupChanged(state(), Map.of("what", "DESCRIPTION"), null);
    }

    /** What it would see to with one agreement more. */
    List<UUID> agreementsWith(UUID agreement) {
        requireGoingOn("change");
        if (agreements.contains(agreement)) {
            throw new RuleViolated("the group sees to the agreement already");
        }
        if (agreements.size() >= MOST_AGREEMENTS) {
            throw new RuleViolated("a group sees to %d agreements at most".formatted(MOST_AGREEMENTS));
        }
        return Stream.concat(agreements.stream(), Stream.of(agreement)).toList();
    }

    /** What it would see to without one of its agreements. */
    List<UUID> agreementsWithout(UUID agreement) {
        requireGoingOn("change");
        if (!agreements.contains(agreement)) {
            throw new NotFound("agreement of the group");
        }
        if (commitmentId != null && agreements.getFirst().equals(agreement)) {
            throw new RuleViolated("the group is mandated by a commitment of this agreement");
        }
        if (agreements.size() == 1) {
            throw new RuleViolated("a group sees to one agreement at least");
        }
        return agreements.stream().filter(other -> !other.equals(agreement)).toList();
    }

    /** Lets it see to other agreements, whose parties then sit in it. */
    WorkingGroupChanged seeTo(List<UUID> agreements, List<GroupParty> parties, Grounds grounds) {
        requireGoingOn("change");
        var codes = parties.stream().map(GroupParty::code).toList();
        seats().sitting()
                .filter(member -> !codes.contains(member.party()))
                .findFirst()
                .ifPresent(member -> {
                    throw new RuleViolated(
                            "%s would not be a party any more and has members who sit in the group: end them first"
                                    .formatted(member.party()));
                });
        var change = Map.of("what", "AGREEMENTS", "before", this.agreements, "after", agreements);
        this.agreements = List.copyOf(agreements);
        this.parties = List.copyOf(parties);
        this.grounds = grounds;
        settle();
        return new WorkingGroupChanged(state(), change, null);
    }

    /** Gives it other rules to work by. */
    WorkingGroupChanged agree(
            TermsOfReference next, Composition nextComposition, @Nullable String reason, Instant now) {
        requireGoingOn("change");
        if (next.effectiveOn() != null) {
            requireNotLaterThan("effectiveOn", next.effectiveOn(), today(now));
        }
        terms = next;
        composition = nextComposition;
        settle();
        return new WorkingGroupChanged(
                state(), Map.of("what", "TERMS_OF_REFERENCE", "version", next.version()), reason);
    }

    /** Whether it is only waiting to be constituted. */
    boolean isComplete() {
        return missing.isEmpty() && status.canBecome(WorkingGroupStatus.CONSTITUTED);
    }

    /** It is established on that day. */
    WorkingGroupConstituted constitute(LocalDate on, Instant now) {
        status.requireCanBecome(WorkingGroupStatus.CONSTITUTED, "be constituted");
        if (!missing.isEmpty()) {
            throw new RuleViolated("the group is not complete; missing: "
                    + missing.stream().map(Missing::toString).collect(joining(", ")));
        }
        requireNotLaterThan("on", on, today(now));
        status = WorkingGroupStatus.CONSTITUTED;
        establishedOn = on;
        return new WorkingGroupConstituted(state());
    }

    /** It has met on that day, which makes it active. */
    public WorkingGroupEvent met(LocalDate on) {
        if (!status.canMeet()) {
            throw new RuleViolated("a group that is %s cannot meet".formatted(status));
        }
        firstMetOn = firstMetOn == null || on.isBefore(firstMetOn) ? on : firstMetOn;
        lastMetOn = lastMetOn == null || on.isAfter(lastMetOn) ? on : lastMetOn;
        return status == WorkingGroupStatus.ACTIVE ? stayActive(on) : activeSince(on);
    }

    /** Corrects the days of its first and last meeting, because one was entered by mistake. */
    public WorkingGroupEvent remember(@Nullable LocalDate first, @Nullable LocalDate last) {
        firstMetOn = first;
        lastMetOn = last;
        return new WorkingGroupChanged(state(), Map.of("what", "MEETINGS"), null);
    }

    private WorkingGroupEvent stayActive(LocalDate on) {
        activeOn = activeOn == null || on.isAfter(activeOn) ? on : activeOn;
        settle();
        return new WorkingGroupChanged(state(), Map.of("what", "MEETINGS"), null);
    }

    /** It works, though it does not meet. */
    WorkingGroupActivated activate(LocalDate on, Instant now) {
        status.requireCanBecome(WorkingGroupStatus.ACTIVE, "be activated");
        if (terms.meetings() != null) {
            throw new RuleViolated("a group with a meeting rule becomes active when it meets");
        }
        requireSinceEstablishment(on, now);
        return activeSince(on);
    }

    private WorkingGroupActivated activeSince(LocalDate on) {
        status = WorkingGroupStatus.ACTIVE;
        activeOn = activeOn == null || on.isAfter(activeOn) ? on : activeOn;
        wake();
        settle();
        return new WorkingGroupActivated(state(), on);
    }

    private void wake() {
        dormantBecause = null;
        dormantOn = null;
    }

    /** Falls dormant if it has not met for too long by now. */
    Optional<WorkingGroupBecameDormant> fallDormant(Instant now) {
        var at = DueTimes.dormantAt(this);
        return at == null || at.isAfter(now) ? Optional.empty() : Optional.of(rest(DormantBecause.NO_MEETING, now));
    }

    private WorkingGroupBecameDormant rest(DormantBecause because, Instant now) {
        status = WorkingGroupStatus.DORMANT;
        dormantOn = today(now);
        dormantBecause = because;
        settle();
        return new WorkingGroupBecameDormant(state());
    }

    /** Hears what its agreements give it to stand on by now. */
    Optional<WorkingGroupEvent> standOn(Grounds next, Instant now) {
        if (grounds == next || status.hasEnded()) {
            return Optional.empty();
        }
        grounds = next;
        if (status == WorkingGroupStatus.ACTIVE && next != Grounds.STANDING) {
            return Optional.of(rest(DormantBecause.AGREEMENTS_REST, now));
        }
        if (dormantBecause == DormantBecause.AGREEMENTS_REST && next == Grounds.STANDING) {
            return Optional.of(activeSince(today(now)));
        }
        return Optional.of(new WorkingGroupChanged(state(), Map.of("what", "GROUNDS", "grounds", next), null));
    }

    /** Its work is done. */
    WorkingGroupConcluded conclude(LocalDate on, String reason, Instant now) {
        status.requireCanBecome(WorkingGroupStatus.CONCLUDED, "be concluded");
        requireSinceEstablishment(on, now);
        close(WorkingGroupStatus.CONCLUDED, on);
        return new WorkingGroupConcluded(state(), reason);
    }

    /** It will not be established. */
    WorkingGroupAbandoned abandon(String reason, Instant now) {
        status.requireCanBecome(WorkingGroupStatus.ABANDONED, "be abandoned");
        close(WorkingGroupStatus.ABANDONED, today(now));
        return new WorkingGroupAbandoned(state(), reason);
    }

    private void close(WorkingGroupStatus as, LocalDate on) {
        status = as;
        endedOn = on;
        wake();
        // Whatever was asked of its sides is closed with everything else that it set.
        vacancies = new Vacancies(vacancies.last(), List.of());
        settle();
    }

    /** Asks its sides to fill what is empty; before its establishment that is asked by whoever has committed to it. */
    Vacancies.Turn fillSeats(LocalDate today) {
        var asks = !status.hasEnded() && (commitmentId == null || establishedOn != null);
        var turn = vacancies.follow(asks ? missing : List.of(), today);
        if (!turn.opened().isEmpty() || !turn.filled().isEmpty()) {
            vacancies = turn.now();
        }
        return turn;
    }

    /** The latest day that it is for any of the parties. */
    public LocalDate today(Instant now) {
        return GroupParty.latestDay(parties, now);
    }

    private void settle() {
        var sides = parties.stream().map(GroupParty::side).distinct().toList();
        missing = composition.missing(sides, members);
        vacant = composition.vacant(sides, members);
        dueAt = DueTimes.next(this);
    }

    private void requireSinceEstablishment(LocalDate on, Instant now) {
        requireNotLaterThan("on", on, today(now));
        if (establishedOn != null && on.isBefore(establishedOn)) {
            throw new InvalidRequest("on", "must not be before %s, its establishment".formatted(establishedOn));
        }
    }

    private static void requireNotLaterThan(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new InvalidRequest(field, "must not be after today, %s".formatted(today));
        }
    }

    private void requireGoingOn(String what) {
        if (status.hasEnded()) {
            throw new RuleViolated("a group that is %s cannot %s any more".formatted(status, what));
        }
    }

    private WorkingGroupState state() {
        return WorkingGroupState.of(this, stored ? version + 1 : version);
    }
}
