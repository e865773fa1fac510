package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.deadline.Deadline.Due;

/**
 * What a plan will do, and whom it cannot reach: the one computation behind both what fires and what is shown
 * beforehand.
 */
public final class Outlook {

    /** An addressee and his days. */
    private record Row(Addressee addressee, Timetable timetable) {}

    private final Situation situation;
    private final Audience audience;
    private final List<Row> rows = new ArrayList<>();

    private Outlook(Situation situation, @Nullable Due due) {
        this.situation = situation;
        this.audience = Audience.of(situation);
        if (due != null && situation.plan().active()) {
            for (var addressee : audience.addressees()) {
                var timetable = Timetable.of(situation.plan().ladder(), due, addressee.zone(), addressee.calendar());
                rows.add(new Row(addressee, timetable));
            }
        }
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
                Timetable.of(situation.plan().ladder(), due, zone, situation.calendarOf(party))
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

    /** The sides that have to act and have nobody to be told. */
    Set<String> vacant() {
        return audience.vacant();
    }
}
