package org.moutracker.notifications.plan;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
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
import java.util.stream.Stream;
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
    private final Silence silence;
    private final Map<UUID, Step> told;
    private final Audience audience;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Replaced> replaced = new LinkedHashSet<>();

    private Outlook(Situation situation, Silence silence, Map<UUID, Step> told) {
        var due = situation.deadline().due();
        this.situation = situation;
        this.silence = silence;
        this.told = told;
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
                if (hears(addressee, firing)) {
                    var reader = reader(addressee, firing.at());
                    requireNonNull(steps.get(reader.id())).add(firing.step());
                    if (!reader.equals(addressee)) {
                        addressee
                                .awayAt(firing.at())
                                .ifPresent(absence -> replaced.add(new Replaced(addressee, absence)));
                    }
                }
            }
        }
        rows.replaceAll(row -> new Row(
                row.addressee(),
                row.timetable().of(requireNonNull(steps.get(row.addressee().id())))));
    }

    /** Whether a step is somebody's business in his time: because of what he is, or since nobody else can be told. */
    private boolean hears(Addressee addressee, Timetable.Firing firing) {
        return addressee.isNamedAt(firing.at())
                && (isHisTurn(addressee, audience, firing.at()) || goesAsFarAs(addressee, firing.step()));
    }

    /** Whether he has to see to it since nobody who comes before him can be told. */
    private static boolean isHisTurn(Addressee addressee, Audience audience, Instant at) {
        return addressee.hearing() == Hearing.WHEN_NOBODY_ELSE
                && audience.addressees().stream().noneMatch(other -> addressee.comesAfter(other, at));
    }

    /** Who sees to it hears every step; who answers for those, what goes as far as him. */
    private static boolean goesAsFarAs(Addressee addressee, Step step) {
        return addressee.hearing().hears(step)
                && (addressee.hearing() == Hearing.EVERYTHING || step.circle().reaches(addressee.role()));
    }

    /**
     * Who hears it in somebody's place: the deputy while he is away, that one's deputy while that one is away too, and so
     * on; he himself where that leads to nobody, since a late reader is better than none.
     */
    private Addressee reader(Addressee addressee, Instant at) {
        var asked = new HashSet<UUID>();
        var reader = addressee;
        while (asked.add(reader.id())) {
            var absence = reader.awayAt(at);
            if (absence.isEmpty()) {
                return reader.equals(addressee) || reader.mailbox() != null ? reader : addressee;
            }
            var deputy = absence.map(Absence::deputy).flatMap(this::find);
            if (deputy.isEmpty()) {
                return addressee;
            }
            reader = deputy.get();
        }
        return addressee;
    }

    private Optional<Addressee> find(UUID person) {
        return audience.addressees().stream()
                .filter(addressee -> addressee.id().equals(person))
                .findFirst();
    }

    /** The outlook of a deadline of which nobody was told and nobody has said anything. */
    public static Outlook of(Situation situation) {
        return new Outlook(situation, Silence.NONE, Map.of());
    }

    /**
     * The outlook of a deadline.
     *
     * @param silence what is acknowledged and snoozed
     * @param told the furthest step each was told of the present date
     */
    public static Outlook of(Situation situation, Silence silence, Map<UUID, Step> told) {
        return new Outlook(situation, silence, told);
    }

    /**
     * Something that somebody is to be told now.
     *
     * @param last whether no other reminder follows
     * @param kind what a mail of it is to him
     */
    public record Told(Addressee addressee, Step step, Level level, Instant fireAt, boolean last, MailKind kind) {}

    /**
     * What has come by now and was not told: for each addressee the latest step alone, since earlier ones would only
     * repeat it, and never one from before he was there, nor one that somebody sees to by now.
     */
    public List<Told> due(Instant now) {
        var due = new ArrayList<Told>();
        for (var row : rows) {
            var addressee = row.addressee();
            due(row, now, told.get(addressee.id())).ifPresent(firing -> due.add(told(row, firing)));
        }
        return due;
    }

    private static Told told(Row row, Timetable.Firing firing) {
        var addressee = row.addressee();
        var step = firing.step();
        var level = Level.of(step, addressee.role());
        var kind = MailKind.of(addressee.hearing(), level, step, row.timetable().isLastBefore(step));
        return new Told(addressee, step, level, firing.at(), row.timetable().isLastReminder(step), kind);
    }

    private Optional<Timetable.Firing> due(Row row, Instant now, @Nullable Step known) {
        return row.timetable().until(now).stream()
                .filter(firing -> concerns(row.addressee(), firing.at()))
                .filter(firing -> silence.until(situation, row.addressee(), firing.step())
                        .filter(until -> until.isAfter(now))
                        .isEmpty())
                .max(comparing(Timetable.Firing::at))
                .filter(firing -> known == null || firing.step().compareTo(known) > 0);
    }

    private boolean concerns(Addressee addressee, Instant fireAt) {
        var plan = situation.plan();
        var wasThere =
                !addressee.since().isAfter(plan.beganAt()) || addressee.since().isBefore(fireAt);
        return wasThere && (plan.catchesUp() || fireAt.isAfter(plan.beganAt()));
    }

    /** When the next step comes, for whomever, or somebody hears again of what he does not hear of now. */
    public Optional<Instant> next(Instant now) {
        var untold = untold(now).map(Untold::at).filter(at -> at.isAfter(now));
        return Stream.concat(moments(rows.stream().map(Row::timetable), now), untold.stream())
                .min(naturalOrder());
    }

    private Stream<Instant> moments(Stream<Timetable> timetables, Instant now) {
        var steps =
                timetables.flatMap(timetable -> timetable.after(now).stream()).map(Timetable.Firing::at);
        return Stream.concat(steps, silence.ends().filter(end -> end.isAfter(now)));
    }

    /**
     * Until when it counts that somebody knows: as long as his policy says, but never beyond the last day, and not beyond
     * the next step that goes further than the one he was told, since then others are to hear.
     */
    public Instant knowsUntil(UUID recipient, Step step, Instant now) {
        var longest = now.plus(Duration.ofDays(situation.plan().acknowledgementDays()));
        var due = situation.deadline().due();
        if (due == null) {
            return longest;
        }
        var further = rows.stream()
                .filter(row -> row.addressee().id().equals(recipient))
                .map(Row::addressee)
                .flatMap(one -> timetable(due, one.zone(), one.calendar()).after(now).stream())
                .filter(firing -> firing.step().circle().compareTo(step.circle()) > 0)
                .map(Timetable.Firing::at);
        var ends = Stream.of(longest, due.at()).filter(end -> end.isAfter(now));
        return Stream.concat(ends, further).min(naturalOrder()).orElse(longest);
    }

    /** The last reminder before the day that comes whatever is snoozed; empty when none is left. */
    public Optional<Instant> lastReminder(UUID recipient, Instant now) {
        return rows.stream()
                .filter(row -> row.addressee().id().equals(recipient))
                .flatMap(row -> row.timetable().after(now).stream())
                .filter(firing -> firing.step().isReminder())
                .map(Timetable.Firing::at)
                .max(naturalOrder());
    }

    /** A step that nobody at all hears. */
    public record Untold(Step step, Instant at) {}

    /**
     * The next step that nobody at all hears, or the last one when none is left and nobody ever heard any. Empty while
     * somebody hears a step, and where nobody may be told: that is politics, and nothing to be mended.
     */
    public Optional<Untold> untold(Instant now) {
        var due = situation.deadline().due();
        var isPolitics = audience.sides().isEmpty() && !audience.silenced().isEmpty();
        if (due == null || !situation.plan().active() || isPolitics) {
            return Optional.empty();
        }
        var party = audience.sides().stream().findFirst().flatMap(situation::firstPartyOf);
        var steps = timetable(due, party.flatMap(Agreement.Party::zone).orElse(UTC), situation.calendarOf(party));
        var heard = rows.stream()
                .filter(row -> row.addressee().mailbox() != null)
                .flatMap(row -> row.timetable().firings().stream())
                .map(Timetable.Firing::step)
                .max(naturalOrder());
        var coming = steps.after(now).stream().findFirst();
        return coming.or(() -> steps.firings().reversed().stream().findFirst())
                .filter(firing ->
                        heard.isEmpty() || (coming.isPresent() && heard.get().compareTo(firing.step()) < 0))
                .map(firing -> new Untold(firing.step(), firing.at()));
    }

    /** A step that is still to come for an addressee, or for a side that has nobody yet. */
    record Coming(Step step, Instant at, @Nullable Addressee addressee) {}

    /** What is still to come if nothing changes: one moment after the other, as it will be fired. */
    List<Coming> coming(Instant now) {
        var coming = new ArrayList<Coming>();
        for (var row : rows) {
            var addressee = row.addressee();
            var known = told.get(addressee.id());
            for (var moment :
                    moments(Stream.of(row.timetable()), now).sorted().distinct().toList()) {
                var due = due(row, moment, known);
                if (due.isPresent()) {
                    known = due.get().step();
                    coming.add(new Coming(known, moment, addressee));
                } else {
                    again(addressee, moment).ifPresent(step -> coming.add(new Coming(step, moment, addressee)));
                }
            }
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

    /** The step of which somebody wants to hear again at that moment. */
    private Optional<Step> again(Addressee addressee, Instant moment) {
        return silence.snoozed().stream()
                .filter(one ->
                        one.recipientId().equals(addressee.id()) && one.until().equals(moment))
                .map(Silence.Snoozed::step)
                .max(naturalOrder());
    }

    public Silence silence() {
        return silence;
    }

    public Situation situation() {
        return situation;
    }

    /** Who answers for a deadline, whether or not it has a date. */
    public static List<Addressee> answering(Situation situation) {
        return Audience.of(situation).addressees();
    }

    /** Who has to see to a deadline at an instant: those whose business it is, and those whose turn it is. */
    public static List<Addressee> seeingTo(Situation situation, Instant at) {
        var audience = Audience.of(situation);
        return audience.addressees().stream()
                .filter(addressee -> addressee.isNamedAt(at))
                .filter(addressee -> addressee.hearing() == Hearing.EVERYTHING || isHisTurn(addressee, audience, at))
                .toList();
    }

    public List<Addressee> addressees() {
        return audience.addressees();
    }

    /** Those who are away when some of the steps come, and others stand in for them. */
    Set<Replaced> replaced() {
        return replaced;
    }

    /** The sides that have to act and must not be told anything, and since when. */
    Map<String, Instant> silenced() {
        return audience.silenced();
    }

    /** The sides that have to act and have nobody to be told. */
    Set<String> vacant() {
        return audience.vacant();
    }
}
