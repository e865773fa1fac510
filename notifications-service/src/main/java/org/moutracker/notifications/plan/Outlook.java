package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.timerules.WorkingCalendar;

/**
 * What a plan will do, and whom it cannot reach: the one computation behind both what fires and what is shown
 * beforehand.
 */
public final class Outlook {

    /** An addressee and his days. */
    private record Row(Addressee addressee, Timetable timetable) {}

    /** Somebody who is not told of some steps, because he is away and another stands in. */
    record Replaced(Addressee addressee, Absence absence) {}

    private final Situation situation;
    private final Audience audience;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Replaced> replaced = new LinkedHashSet<>();

    private Outlook(Situation situation, @Nullable Due due) {
        this.situation = situation;
        this.audience = Audience.of(situation);
        if (due != null && situation.plan().active()) {
            for (var addressee : audience.addressees()) {
                rows.add(new Row(addressee, timetable(due, addressee.zone(), addressee.calendar())));
            }
            share();
        }
    }

    private Timetable timetable(Due due, ZoneId zone, @Nullable WorkingCalendar calendar) {
        return Timetable.of(situation.plan().ladder(), due, zone, calendar).unless(situation.deadline()::isSilentAt);
    }

    /** Leaves everybody the steps that are for him: his own, unless he is away, and those of others who are. */
    private void share() {
        var steps = new HashMap<UUID, Set<Step>>();
        rows.forEach(row -> steps.put(row.addressee().id(), new HashSet<>()));
        for (var row : rows) {
            for (var firing : row.timetable().firings()) {
                var addressee = row.addressee();
                if (addressee.hearing().hears(firing.step())) {
                    var absence = replaced(addressee, firing);
                    var hears = absence.map(Absence::deputy).orElse(addressee.id());
                    requireNonNull(steps.get(hears)).add(firing.step());
                    absence.ifPresent(away -> replaced.add(new Replaced(addressee, away)));
                }
            }
        }
        rows.replaceAll(row -> new Row(
                row.addressee(),
                row.timetable().of(requireNonNull(steps.get(row.addressee().id())))));
    }

    /** The absence during which somebody stands in, who is not away himself: otherwise a late reader is better than none. */
    private Optional<Absence> replaced(Addressee addressee, Timetable.Firing firing) {
        return addressee.awayAt(firing.at()).filter(absence -> audience.addressees().stream()
                .anyMatch(other -> other.id().equals(absence.deputy())
                        && other.mailbox() != null
                        && other.awayAt(firing.at()).isEmpty()));
    }

    public static Outlook of(Situation situation) {
        return new Outlook(situation, situation.deadline().due());
    }

    /**
     * Something that somebody is to be told now.
     *
     * @param last whether no other reminder follows
     */
    public record Told(Addressee addressee, Step step, Level level, Instant fireAt, boolean last) {}

    /**
     * What has come by now and was not told: for each addressee the latest step alone, since earlier ones would only
     * repeat it, and never one from before he was there.
     *
     * @param told the furthest step each was told in this plan
     */
    public List<Told> due(Instant now, Map<UUID, Step> told) {
        var due = new ArrayList<Told>();
        for (var row : rows) {
            var addressee = row.addressee();
            var known = told.get(addressee.id());
            row.timetable().until(now).stream()
                    .filter(firing -> concerns(addressee, firing.at()))
                    .max(comparing(Timetable.Firing::at))
                    .filter(firing -> known == null || firing.step().compareTo(known) > 0)
                    .ifPresent(firing -> due.add(new Told(
                            addressee,
                            firing.step(),
                            Level.of(firing.step(), addressee.role()),
                            firing.at(),
                            row.timetable().isLastReminder(firing.step()))));
        }
        return due;
    }

    private boolean concerns(Addressee addressee, Instant fireAt) {
        var plan = situation.plan();
        var wasThere =
                !addressee.since().isAfter(plan.beganAt()) || addressee.since().isBefore(fireAt);
        return wasThere && (plan.catchesUp() || fireAt.isAfter(plan.beganAt()));
    }

    /** When the next step comes, for whomever. */
    public Optional<Instant> next(Instant now) {
        return rows.stream()
                .flatMap(row -> row.timetable().after(now).stream())
                .map(Timetable.Firing::at)
                .min(naturalOrder());
    }

    /** A step that is still to come for an addressee, or for a side that has nobody yet. */
    record Coming(Step step, Instant at, @Nullable Addressee addressee) {}

    /** What is still to come if nothing changes. */
    List<Coming> coming(Instant now) {
        var coming = new ArrayList<Coming>();
        for (var row : rows) {
            row.timetable()
                    .after(now)
                    .forEach(firing -> coming.add(new Coming(firing.step(), firing.at(), row.addressee())));
        }
        var due = situation.deadline().due();
        if (due != null && situation.plan().active()) {
            for (var side : audience.vacant()) {
                var party = situation.firstPartyOf(side);
                var zone = party.flatMap(Agreement.Party::zone).orElse(UTC);
                timetable(due, zone, situation.calendarOf(party))
                        .after(now)
                        .forEach(firing -> coming.add(new Coming(firing.step(), firing.at(), null)));
            }
        }
        return coming;
    }

    public Situation situation() {
        return situation;
    }

    public List<Addressee> addressees() {
        return audience.addressees();
    }

    /** Those who are away when some of the steps come, and others stand in for them. */
    Set<Replaced> replaced() {
        return replaced;
    }

    /** The sides that have to act and have nobody to be told. */
    Set<String> vacant() {
        return audience.vacant();
    }
}
