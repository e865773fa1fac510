package org.moutracker.workinggroups.workinggroup;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupAbandoned;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupActivated;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupBecameDormant;
import org.moutracker.workinggroups.workinggroup.WorkingGroupEvent.WorkingGroupChairPassed;
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

    @Id
    UUID id;

    @Version
    long version = 1;

    String name;
    String type;

    @Nullable
    UUID parentId;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> functions;

    @Embedded
    Remit remit;

    @Embedded
    Circle circle;

    @Embedded
    Life life = Life.BEGUN;

    @JdbcTypeCode(SqlTypes.JSON)
    TermsOfReference terms;

    @Embedded
    Presidency presidency = Presidency.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    Vacancies vacancies = Vacancies.NONE;

    /** When time changes something in it next; kept so that it is found by then. */
    @Nullable
    Instant dueAt;

    /** The database's: whether somebody should look at it, because nobody sits for a side or nothing is left to see to. */
    @Column(insertable = false, updatable = false)
    boolean orphan;

    /** False until it has been read from the database: what is told of a new one is its first version. */
    @Transient
    boolean stored = true;

    protected WorkingGroup() {}

    public WorkingGroup(Mandate mandate) {
        id = Ids.next();
        stored = false;
        name = mandate.name();
        type = mandate.type();
        parentId = mandate.parent();
        functions = mandate.functions();
        remit = new Remit(mandate.agreements(), mandate.commitmentId(), mandate.grounds());
        circle = Circle.of(mandate.composition(), mandate.parties(), List.of());
        terms = mandate.terms();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public WorkingGroupStatus status() {
        return life.status();
    }

    /** Null for a group that nobody has committed to. */
    public @Nullable UUID commitmentId() {
        return remit.commitmentId();
    }

    public List<UUID> agreements() {
        return remit.agreements();
    }

    public List<GroupParty> parties() {
        return circle.parties();
    }

    /** Everybody who sits or ever sat in it. */
    public List<Member> members() {
        return circle.members();
    }

    public TermsOfReference terms() {
        return terms;
    }

    /** The day on which it was established; null before. */
    public @Nullable LocalDate establishedOn() {
        return life.establishedOn();
    }

    public @Nullable LocalDate lastMetOn() {
        return life.lastMetOn();
    }

    /** Its sides, in the order of its parties. */
    public List<String> sides() {
        return circle.sides();
    }

    /** Whoever sits in it now. */
    public List<Seat> seated() {
        return circle.seats().sitting().map(Seat::of).toList();
    }

    /** The seats of those who act as co-chairs on a day, among those who have come. */
    public List<UUID> actingCoChairs(LocalDate day, Collection<UUID> come) {
        var rule = terms.meetings();
        return circle
                .seats()
                .actingCoChairs(day, come, rule != null && rule.quorum().letsAlternatesAct())
                .stream()
                .map(Member::id)
                .toList();
    }

    /** The latest day that it is for any of the parties. */
    public LocalDate today(Instant now) {
        return circle.today(now).day();
    }

    public boolean hasEnded() {
        return life.hasEnded();
    }

    /** Refuses what a group that is not yet established, or not any more, cannot do. */
    public void requireMeets() {
        life.requireMeets();
    }

    /** The party of that code. */
    public GroupParty party(String code) {
        return circle.party(code);
    }

    Member member(UUID id) {
        return circle.seats().get(id);
    }

    public WorkingGroupMandated mandate() {
        return new WorkingGroupMandated(state());
    }

    /** Takes in somebody whom a party has named. */
    WorkingGroupMemberNominated nominate(Member named, Instant now) {
        life.requireGoingOn("take members");
        circle = circle.naming(named, now);
        life = life.forming();
        return new WorkingGroupMemberNominated(state(), named.id());
    }

    /** Notes that somebody who was named has accepted. */
    WorkingGroupMemberAccepted accept(UUID member) {
        life.requireGoingOn("change");
        circle = circle.accepted(member);
        return new WorkingGroupMemberAccepted(state(), member);
    }

    /** Notes that somebody is away for some days, and who stands in. */
    WorkingGroupMemberChanged away(UUID member, LocalDate from, LocalDate to, @Nullable UUID deputy, Instant now) {
        life.requireGoingOn("change");
        circle = circle.away(member, from, to, deputy, now);
        return new WorkingGroupMemberChanged(state(), member);
    }

    /** Notes that somebody is not away after all. */
    WorkingGroupMemberChanged back(UUID member, int absence) {
        life.requireGoingOn("change");
        circle = circle.back(member, absence);
        return new WorkingGroupMemberChanged(state(), member);
    }

    /**
     * Lets somebody leave.
     *
     * @param successor the member who takes over; null when nobody does, or somebody who is yet to be named
     */
    WorkingGroupMemberEnded end(
            UUID member, LocalDate on, @Nullable UUID successor, @Nullable String reason, Instant now) {
        circle = circle.left(member, on, successor, now);
        return new WorkingGroupMemberEnded(state(), List.of(member), successor, reason);
    }

    /** Says that somebody should never have been in it. */
    WorkingGroupMemberEnded voidMember(UUID member, String reason, Instant now) {
        circle = circle.voided(member, now);
        return new WorkingGroupMemberEnded(state(), List.of(member), null, reason);
    }

    /** Lets everybody leave whose term of office is over by now. */
    Optional<WorkingGroupMemberEnded> endTerms(Instant now) {
        var over = circle.termsOver(now);
        if (life.hasEnded()) {
            return Optional.empty();
        }
        circle = circle.termsEnded(over);
        return ended(over, "the term of office is over");
    }

    /** Lets a person leave who is erased. */
    Optional<WorkingGroupMemberEnded> forget(UUID person, Instant now) {
        var leaving = circle.seats().of(person);
        circle = circle.forgetting(leaving::contains, now);
        return ended(leaving, "the person is erased");
    }

    private Optional<WorkingGroupMemberEnded> ended(List<Member> left, String reason) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new WorkingGroupMemberEnded(
                        state(), left.stream().map(Member::id).toList(), null, reason));
    }

    /** Gives it other words or another place; what is null stays. */
    WorkingGroupChanged describe(String name, List<String> functions, @Nullable UUID parent) {
        life.requireGoingOn("change");
        this.name = name;
        this.functions = functions;
        this.parentId = parent;
        return changed(Map.of("what", "DESCRIPTION"), null);
    }

    /** What it would see to with one agreement more. */
    List<UUID> agreementsWith(UUID agreement) {
        life.requireGoingOn("change");
        return remit.with(agreement);
    }

    /** What it would see to without one of its agreements. */
    List<UUID> agreementsWithout(UUID agreement) {
        life.requireGoingOn("change");
        return remit.without(agreement);
    }

    /** Lets it see to other agreements, whose parties then sit in it. */
    WorkingGroupChanged seeTo(List<UUID> agreements, List<GroupParty> parties, Grounds grounds, Instant now) {
        life.requireGoingOn("change");
        var before = remit;
        circle = circle.of(parties);
        remit = remit.over(agreements, grounds);
        lead(circle.today(now).day(), now);
        return changed(Map.of("what", "AGREEMENTS", "before", before.agreements(), "after", agreements), null);
    }

    /** Gives it other rules to work by. */
    WorkingGroupChanged agree(TermsOfReference next, Composition composition, @Nullable String reason, Instant now) {
        life.requireGoingOn("change");
        if (next.effectiveOn() != null) {
            circle.today(now).requireReached("effectiveOn", next.effectiveOn());
        }
        terms = next;
        circle = circle.composed(composition);
        lead(next.effectiveOn() == null ? today(now) : next.effectiveOn(), now);
        return changed(Map.of("what", "TERMS_OF_REFERENCE", "version", next.version()), reason);
    }

    /** Whether it is only waiting to be constituted. */
    boolean isComplete() {
        return circle.isComplete() && life.status().canBecome(WorkingGroupStatus.CONSTITUTED);
    }

    /** It is established on that day. */
    WorkingGroupConstituted constitute(LocalDate on, Instant now) {
        life.status().requireCanBecome(WorkingGroupStatus.CONSTITUTED, "be constituted");
        circle.requireComplete();
        life = life.constituted(on, circle.today(now));
        lead(on, now);
        return new WorkingGroupConstituted(state());
    }

    /** Its sides lead it as the terms say, from that day on or from its establishment. */
    private void lead(LocalDate since, Instant now) {
        var begun = life.establishedOn();
        if (begun != null) {
            var from = since.isBefore(begun) ? begun : since;
            presidency =
                    presidency.following(Rotation.by(terms.chairing(), circle.sides(), from), circle.earliestDay(now));
        }
    }

    /** The next side leads it if its turn has come by now: when the last day of the one before is over for all parties. */
    Optional<WorkingGroupChairPassed> passChair(Instant now) {
        var today = circle.earliestDay(now);
        if (life.hasEnded() || !presidency.isToPass(today)) {
            return Optional.empty();
        }
        presidency = presidency.passed(today);
        return Optional.of(new WorkingGroupChairPassed(state()));
    }

    /** It has met on that day, which makes it active. */
    public WorkingGroupEvent met(LocalDate on) {
        var before = life;
        life = life.met(on);
        return before.status() == life.status()
                ? changed(Map.of("what", "MEETINGS"), null)
                : new WorkingGroupActivated(state(), on);
    }

    /** Corrects the days of its first and last meeting, because one was entered by mistake. */
    public WorkingGroupEvent remember(@Nullable LocalDate first, @Nullable LocalDate last) {
        life = life.remembering(first, last);
        return changed(Map.of("what", "MEETINGS"), null);
    }

    /** It works, though it does not meet. */
    WorkingGroupActivated activate(LocalDate on, Instant now) {
        life.status().requireCanBecome(WorkingGroupStatus.ACTIVE, "be activated");
        if (terms.meetings() != null) {
            throw new RuleViolated("a group with a meeting rule becomes active when it meets");
        }
        life.requireSinceEstablishment(on, circle.today(now));
        return activeSince(on);
    }

    private WorkingGroupActivated activeSince(LocalDate on) {
        life = life.active(on);
        return new WorkingGroupActivated(state(), on);
    }

    /** Falls dormant if it has not met for too long by now. */
    Optional<WorkingGroupBecameDormant> fallDormant(Instant now) {
        return dormantAt().filter(at -> !at.isAfter(now)).map(_ -> rest(DormantBecause.NO_MEETING, now));
    }

    private Optional<Instant> dormantAt() {
        return life.dormantAt(terms.meetings(), circle);
    }

    private WorkingGroupBecameDormant rest(DormantBecause because, Instant now) {
        life = life.dormant(because, today(now));
        return new WorkingGroupBecameDormant(state());
    }

    /** Hears what its agreements give it to stand on by now. */
    Optional<WorkingGroupEvent> standOn(Grounds next, Instant now) {
        if (remit.grounds() == next || life.hasEnded()) {
            return Optional.empty();
        }
        remit = remit.standingOn(next);
        if (next == Grounds.VOID) {
            return Optional.of(endWithout(now));
        }
        if (life.status() == WorkingGroupStatus.ACTIVE && next != Grounds.STANDING) {
            return Optional.of(rest(DormantBecause.AGREEMENTS_REST, now));
        }
        if (life.dormantBecause() == DormantBecause.AGREEMENTS_REST && next == Grounds.STANDING) {
            return Optional.of(activeSince(today(now)));
        }
        return Optional.of(changed(Map.of("what", "GROUNDS", "grounds", next), null));
    }

    /** Its agreements were registered by mistake, so there was never anything for it to do. */
    private WorkingGroupEvent endWithout(Instant now) {
        return life.status().canBecome(WorkingGroupStatus.ABANDONED)
                ? abandon(FollowGrounds.MISTAKE, now)
                : conclude(today(now), FollowGrounds.MISTAKE, now);
    }

    /** Its work is done. */
    WorkingGroupConcluded conclude(LocalDate on, String reason, Instant now) {
        life = life.concluded(on, circle.today(now));
        close();
        return new WorkingGroupConcluded(state(), reason);
    }

    /** It will not be established. */
    WorkingGroupAbandoned abandon(String reason, Instant now) {
        life = life.abandoned(circle.today(now));
        close();
        return new WorkingGroupAbandoned(state(), reason);
    }

    private void close() {
        vacancies = vacancies.closed();
        presidency = presidency.over();
    }

    /** Asks its sides to fill what is empty; before its establishment that is asked by whoever has committed to it. */
    Vacancies.Turn fillSeats(LocalDate today) {
        var asks = !life.hasEnded() && (remit.commitmentId() == null || life.establishedOn() != null);
        var turn = vacancies.follow(asks ? circle.missing() : List.of(), today);
        if (!turn.opened().isEmpty() || !turn.filled().isEmpty()) {
            vacancies = turn.now();
        }
        return turn;
    }

    private WorkingGroupChanged changed(Map<String, Object> details, @Nullable String reason) {
        return new WorkingGroupChanged(state(), details, reason);
    }

    /** As it stands after a change, which may have moved when time changes something next. */
    private WorkingGroupState state() {
        dueAt = life.hasEnded()
                ? null
                : Stream.of(circle.termEnds(), dormantAt().stream(), presidency.lastDay().map(circle::endOf).stream())
                        .flatMap(ends -> ends)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return WorkingGroupState.of(this, stored ? version + 1 : version);
    }
}
