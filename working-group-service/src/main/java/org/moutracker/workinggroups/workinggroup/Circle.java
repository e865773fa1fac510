package org.moutracker.workinggroups.workinggroup;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Who sits in a group: on behalf of whom, who has to, and who is missing.
 *
 * @param members everybody who sits or ever sat in it
 * @param missing follows from what stands before, like the next; kept so that lists need not compute it
 * @param vacant the sides for which nobody sits
 */
@Embeddable
@CheckReturnValue
record Circle(
        @JdbcTypeCode(SqlTypes.JSON) Composition composition,
        @JdbcTypeCode(SqlTypes.JSON) List<GroupParty> parties,
        @JdbcTypeCode(SqlTypes.JSON) List<Member> members,
        @JdbcTypeCode(SqlTypes.JSON) List<Missing> missing,
        @JdbcTypeCode(SqlTypes.JSON) List<String> vacant) {

    static Circle of(Composition composition, List<GroupParty> parties, List<Member> members) {
        var sides = sides(parties);
        return new Circle(
                composition,
                List.copyOf(parties),
                List.copyOf(members),
                composition.missing(sides, members),
                composition.vacant(sides, members));
    }

    /** The sides, in the order of the parties. */
    List<String> sides() {
        return sides(parties);
    }

    private static List<String> sides(List<GroupParty> parties) {
        return parties.stream().map(GroupParty::side).distinct().toList();
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

    /** The latest day that it is for any of the parties. */
    Today today(Instant now) {
        return new Today(GroupParty.latestDay(parties, now));
    }

    /** The earliest day that it is for any of the parties: one before it is over for all. */
    LocalDate earliestDay(Instant now) {
        return parties.stream()
                .map(party -> party.today(now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When a day is over for all of the parties. */
    Instant endOf(LocalDate day) {
        return parties.stream()
                .map(party -> party.endOf(day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private LocalDate today(UUID member, Instant now) {
        return party(seats().get(member).party()).today(now);
    }

    Seats seats() {
        return new Seats(members);
    }

    private Circle with(Seats seats) {
        return of(composition, parties, seats.members());
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    void requireComplete() {
        if (!isComplete()) {
            throw new RuleViolated("the group is not complete; missing: "
                    + missing.stream().map(Missing::toString).collect(joining(", ")));
        }
    }

    Circle naming(Member named, Instant now) {
        return with(seats().with(named, party(named.party()).today(now)));
    }

    Circle accepted(UUID member) {
        var accepted = seats().changed(member, Member::accepted);
        if (!composition.acceptance()) {
            throw new RuleViolated("nominated members of this group count without accepting");
        }
        return with(accepted);
    }

    Circle away(UUID member, LocalDate from, LocalDate to, @Nullable UUID deputy, Instant now) {
        return with(seats().away(member, from, to, deputy, today(member, now)));
    }

    Circle back(UUID member, int absence) {
        return with(seats().back(member, absence));
    }

    /** Without somebody who leaves on that day, and with whoever takes over. */
    Circle left(UUID member, LocalDate on, @Nullable UUID successor, Instant now) {
        var leaver = seats().get(member);
        new Today(today(member, now)).requireReached("on", on);
        if (leaver.from() != null && on.isBefore(leaver.from())) {
            throw new InvalidRequest("on", "must not be before %s, when the term began".formatted(leaver.from()));
        }
        var rest = seats().changed(member, other -> other.ended(on, EndedBecause.LEFT));
        return with(successor == null ? rest : rest.succeeded(leaver, successor));
    }

    Circle voided(UUID member, Instant now) {
        var today = today(member, now);
        return with(seats().changed(member, other -> other.voided(today)));
    }

    /** Those whose term of office is over by then. */
    List<Member> termsOver(Instant now) {
        return withTerm().filter(member -> !termEnd(member).isAfter(now)).toList();
    }

    /** When the terms of office end that have an end. */
    Stream<Instant> termEnds() {
        return withTerm().map(this::termEnd);
    }

    private Stream<Member> withTerm() {
        return seats().sitting().filter(member -> member.until() != null);
    }

    private Instant termEnd(Member member) {
        return party(member.party()).endOf(member.lastDay());
    }

    /** Without those whose term of office was over on its last day. */
    Circle termsEnded(List<Member> over) {
        var seats = seats();
        for (var member : over) {
            seats = seats.changed(member.id(), other -> other.ended(other.lastDay(), EndedBecause.TERM_OVER));
        }
        return with(seats);
    }

    /** Without somebody who is erased. */
    Circle forgetting(Predicate<Member> whom, Instant now) {
        return with(seats().ended(whom, today(now).day(), EndedBecause.ERASED));
    }

    Circle composed(Composition next) {
        return of(next, parties, members);
    }

    /** With other parties; whoever sits for one of before must sit for one of them. */
    Circle of(Collection<GroupParty> next) {
        var codes = next.stream().map(GroupParty::code).toList();
        seats().sitting()
                .filter(member -> !codes.contains(member.party()))
                .findFirst()
                .ifPresent(member -> {
                    throw new RuleViolated(
                            "%s would not be a party any more and has members who sit in the group: end them first"
                                    .formatted(member.party()));
                });
        return of(composition, List.copyOf(next), members);
    }
}
