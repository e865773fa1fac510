package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** The members of a group, and what holds between them. */
record Seats(List<Member> members) {

    Seats {
        members = List.copyOf(members);
    }

    Member get(UUID id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("member"));
    }

    Stream<Member> sitting() {
        return members.stream().filter(member -> !member.hasEnded());
    }

    /** Where a person sits. */
    List<Member> of(UUID person) {
        return sitting().filter(member -> member.personId().equals(person)).toList();
    }

    /** Who sits on a seat; null when nobody does. */
    @Nullable
    UUID sittingPerson(@Nullable UUID member) {
        return sitting()
                .filter(other -> other.id().equals(member))
                .map(Member::personId)
                .findFirst()
                .orElse(null);
    }

    /**
     * Who acts as a co-chair on a day, among those who have come. A side's co-chair who has come acts alone. For one who has
     * not, the deputy acts whom an absence that covers the day names (which is the alternate where nobody was named);
     * without such an absence an alternate, and only where the terms let alternates act: the co-chair's own, or one who is
     * nobody's in particular.
     */
    List<Member> actingCoChairs(LocalDate day, Collection<UUID> come, boolean alternatesAct) {
        return sitting()
                .filter(member -> member.role() == MemberRole.CO_CHAIR && !come.contains(member.id()))
                .flatMap(coChair -> acting(coChair, day, come, alternatesAct))
                .toList();
    }

    private Stream<Member> acting(Member coChair, LocalDate day, Collection<UUID> come, boolean alternatesAct) {
        var absence = coChair.absences().stream()
                .filter(one -> one.overlaps(day, day))
                .findFirst();
        return sittingBeside(coChair)
                .filter(member -> come.contains(member.id()))
                .filter(member -> absence.isPresent()
                        ? member.id().equals(absence.get().deputy())
                        : alternatesAct && member.isAlternateOf(coChair))
                .limit(1);
    }

    /** With somebody more. */
    Seats with(Member named, LocalDate today) {
        if (sitting().anyMatch(other -> other.personId().equals(named.personId()))) {
            throw new RuleViolated("the person is in the group already");
        }
        requireOneCoChair(named);
        requireTerm(named, today);
        requireAlternate(named);
        var more = new ArrayList<>(members);
        more.add(named);
        return new Seats(more);
    }

    private void requireOneCoChair(Member named) {
        if (named.role() == MemberRole.CO_CHAIR
                && sittingBeside(named).anyMatch(other -> other.role() == MemberRole.CO_CHAIR)) {
            throw new RuleViolated("%s has a co-chair already".formatted(named.side()));
        }
    }

    private Stream<Member> sittingBeside(Member member) {
        return sitting()
                .filter(other ->
                        other.side().equals(member.side()) && !other.id().equals(member.id()));
    }

    private static void requireTerm(Member named, LocalDate today) {
        if (named.from() != null && named.from().isAfter(today)) {
            throw new InvalidRequest(
                    "from", "must not be after today, %s: nominate when the term begins".formatted(today));
        }
        if (named.until() != null && named.until().isBefore(today)) {
            throw new InvalidRequest("until", "must not be before today, %s".formatted(today));
        }
    }

    private void requireAlternate(Member named) {
        if (named.alternateFor() == null) {
            return;
        }
        if (named.role() != MemberRole.ALTERNATE) {
            throw new InvalidRequest("alternateFor", "is for somebody whose role is ALTERNATE");
        }
        if (sittingBeside(named).noneMatch(other -> other.id().equals(named.alternateFor()))) {
            throw new InvalidRequest("alternateFor", "must be a member of the same side who sits in the group");
        }
    }

    /** With one of them changed. */
    Seats changed(UUID member, UnaryOperator<Member> change) {
        var before = get(member);
        var after = change.apply(before);
        return new Seats(members.stream()
                .map(other -> other.equals(before) ? after : other)
                .toList());
    }

    /** With one of them as another's successor, who takes over the chair where it was one. */
    Seats succeeded(Member leaver, UUID successor) {
        var next = successor(leaver, successor);
        return leaver.role() == MemberRole.CO_CHAIR ? changed(next.id(), member -> member.as(leaver.role())) : this;
    }

    Member successor(Member leaver, UUID successor) {
        return sittingBeside(leaver)
                .filter(other -> other.id().equals(successor))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "successor", "must be another member of the same side who sits in the group"));
    }

    /** With somebody away for some days; who stands in is named, or the alternate. */
    Seats away(UUID member, LocalDate from, LocalDate to, @Nullable UUID deputy, LocalDate today) {
        var absent = get(member);
        if (absent.hasEnded()) {
            throw new RuleViolated("a membership that is ENDED has no absences");
        }
        if (to.isBefore(from)) {
            throw new InvalidRequest("to", "must not be before %s, the first day".formatted(from));
        }
        if (to.isBefore(today)) {
            throw new InvalidRequest("to", "must not be before today, %s".formatted(today));
        }
        if (absent.absences().stream().anyMatch(other -> other.overlaps(from, to))) {
            throw new RuleViolated("the member is away on some of these days already");
        }
        if (deputy != null
                && sittingBeside(absent).noneMatch(other -> other.id().equals(deputy))) {
            throw new InvalidRequest("deputy", "must be another member of the same side who sits in the group");
        }
        var number = absent.absences().stream().mapToInt(Absence::number).max().orElse(0) + 1;
        var standIn = deputy == null ? alternate(absent) : deputy;
        return changed(member, other -> other.away(new Absence(number, from, to, standIn)));
    }

    private @Nullable UUID alternate(Member of) {
        return sitting()
                .filter(other -> of.id().equals(other.alternateFor()))
                .map(Member::id)
                .findFirst()
                .orElse(null);
    }

    /** With an absence taken back. */
    Seats back(UUID member, int number) {
        var absence = get(member).absences().stream()
                .filter(other -> other.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("absence"));
        return changed(member, other -> other.back(absence));
    }

    /** With the membership of some over. */
    Seats ended(Predicate<Member> whose, LocalDate on, EndedBecause because) {
        return new Seats(members.stream()
                .map(member -> !member.hasEnded() && whose.test(member) ? member.ended(on, because) : member)
                .toList());
    }
}
