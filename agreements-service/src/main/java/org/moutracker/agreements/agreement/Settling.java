package org.moutracker.agreements.agreement;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.moutracker.agreements.agreement.AgreementEvent.AgreementSigned;
import org.moutracker.agreements.agreement.AgreementEvent.AgreementTimesChanged;
import org.moutracker.agreements.agreement.LegalEvent.Recording;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Happening;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Life;
import org.moutracker.agreements.life.Line;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Brings an agreement to what its ledger makes of it by now. What is new in its life since the last time is written into
 * the ledger and told, in its order; what does not follow any more is taken back by a correction.
 */
final class Settling {

    // As many as one transaction should write; the engine comes back at once for the rest.
    private static final int MOST = 500;

    private final Agreement agreement;
    private final Ledger ledger;
    private final Set<UUID> fresh;
    private final List<Organization> organizations;
    private final Recording recording;
    private final Zones zones;
    private final List<Line> recorded;
    private final Life whole;
    private final boolean wasTold;
    private final boolean wasVoid;

    /** Settles with lines that were just added to the ledger; with none when only time has passed. */
    Settling(
            Agreement agreement,
            Ledger ledger,
            List<LegalEvent> fresh,
            List<Organization> organizations,
            Recording recording) {
        this.agreement = agreement;
        this.ledger = ledger.with(fresh);
        this.fresh = fresh.stream().map(event -> event.id).collect(toSet());
        this.organizations = organizations;
        this.recording = recording;
        this.zones = Zones.of(organizations);
        this.recorded = this.ledger.recorded();
        this.wasTold = agreement.isTold();
        this.wasVoid = agreement.standing.status() == AgreementStatus.VOIDED;
        this.whole = Life.of(agreement.terms(), recorded, zones.today(recording.at()));
    }

    Settlement settle() {
        if (wasTold && whole.standing().status() == AgreementStatus.DRAFT) {
            throw new RuleViolated("a signature that others were told of cannot be void: "
                    + "correct it, or record that the agreement was abandoned");
        }
        var news = news();
        var isMore = news.size() > MOST;
        var told = news.subList(0, Math.min(news.size(), MOST));
        var after = told.stream().map(i -> i + 1).collect(toCollection(TreeSet::new));
        after.add(told.isEmpty() ? 0 : told.getFirst());
        var today = zones.today(recording.at());
        var now = Life.of(agreement.terms(), recorded, today, isMore ? after.last() : Integer.MAX_VALUE, after);
        var before = agreement.standing;
        agreement.settled(
                now,
                recorded,
                isMore ? whole.happenings().get(told.getLast()).on() : today,
                isMore ? Optional.of(recording.at()) : next(now),
                recording.at());
        var isTold = agreement.isTold();
        return new Settlement(
                !wasTold && isTold,
                isTold,
                lines(told),
                isTold ? events(told, now, !before.equals(now.standing())) : List.of());
    }

    private Optional<Instant> next(Life now) {
        return Stream.concat(now.next().stream(), Optional.ofNullable(agreement.nextAmendmentOn).stream())
                .min(naturalOrder())
                .map(zones::startOf);
    }

    /** Which happenings nobody has heard of. */
    private List<Integer> news() {
        var known = ledger.derived().stream().map(Settling::key).collect(toSet());
        return IntStream.range(0, whole.happenings().size())
                .filter(i -> isNews(whole.happenings().get(i), known))
                .boxed()
                .toList();
    }

    private boolean isNews(Happening happening, Set<String> known) {
        return happening
                .line()
                .map(line -> fresh.contains(line) || happening.on().isAfter(agreement.settledOn))
                .orElseGet(() -> !known.contains(key(happening)));
    }

    private static String key(Happening happening) {
        return happening.type() + " " + happening.on();
    }

    private static String key(LegalEvent derived) {
        return derived.type + " " + derived.derivedOn();
    }

    private List<LegalEvent> lines(List<Integer> news) {
        var follows = whole.happenings().stream()
                .filter(Happening::isDerived)
                .map(Settling::key)
                .collect(toSet());
        var lines = new ArrayList<LegalEvent>();
        ledger.derived().stream()
                .filter(line -> !follows.contains(key(line)))
                .forEach(line -> lines.add(line.voided(recording)));
        news.stream()
                .map(whole.happenings()::get)
                .filter(Happening::isDerived)
                .forEach(happening -> lines.add(LegalEvent.derived(agreement.id, happening, recording)));
        return lines;
    }

    /** Each with the state right after it; the last with the state that there is now, whatever it is about. */
    private List<AgreementEvent> events(List<Integer> news, Life now, boolean isChanged) {
        var tellings = new ArrayList<Telling>();
        lead(news, isChanged).ifPresent(lead -> tellings.add(new Telling(lead, news.isEmpty() ? 0 : news.getFirst())));
        for (var i : news) {
            var type = whole.happenings().get(i).type();
            tellings.add(new Telling(state -> AgreementEvent.of(type, state), i + 1));
        }
        var events = new ArrayList<AgreementEvent>();
        for (var i = 0; i < tellings.size(); i++) {
            var telling = tellings.get(i);
            var standing = i == tellings.size() - 1 ? now.standing() : after(now, telling.happenings());
            events.add(telling.event().apply(agreement.state(standing, organizations)));
        }
        return events;
    }

    private static Standing after(Life life, int happenings) {
        return Objects.requireNonNull(life.after().get(happenings));
    }

    /** What is told before what follows from it. */
    private Optional<Function<AgreementState, AgreementEvent>> lead(List<Integer> news, boolean isChanged) {
        if (!wasTold) {
            return Optional.of(AgreementSigned::new);
        }
        if (wasVoid) {
            return Optional.of(AgreementEvent.AgreementReinstated::new);
        }
        if (fresh.isEmpty()) {
            return news.isEmpty() && isChanged ? Optional.of(AgreementTimesChanged::new) : Optional.empty();
        }
        var recordedNow = ledger.lines().getLast();
        var tellsItself =
                news.stream().anyMatch(i -> whole.happenings().get(i).line().equals(Optional.of(recordedNow.id)));
        if (tellsItself) {
            return Optional.empty();
        }
        if (recordedNow.type == LegalEventType.AMENDED) {
            return Optional.of(AgreementEvent.AgreementAmended::new);
        }
        return Optional.of(
                recordedNow.isCorrection()
                        ? AgreementEvent.AgreementCorrected::new
                        : AgreementEvent.AgreementLegalEventRecorded::new);
    }

    /**
     * An event that is to be told.
     *
     * @param happenings how much of the life has been lived by then
     */
    private record Telling(Function<AgreementState, AgreementEvent> event, int happenings) {}
}
