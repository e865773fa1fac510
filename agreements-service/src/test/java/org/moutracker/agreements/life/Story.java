package org.moutracker.agreements.life;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/** A ledger that grows line by line, and what it makes of an agreement on a day; every step is a new story. */
record Story(Terms terms, List<Line> lines, LocalDate today) {

    static final EntryIntoForce ON_SIGNATURE =
            new EntryIntoForce(EntryIntoForce.Kind.ON_SIGNATURE, null, null, null, null);

    /** Five years, renewed twice for a year unless somebody objects half a year before; half a year's notice. */
    static final Term FIVE_YEARS = new Term(
            Period.ofYears(5), null, new Renewal(Period.ofYears(1), 2, Period.ofMonths(6)), Period.ofMonths(6), null);

    static Story of(@Nullable EntryIntoForce entry, @Nullable Term term) {
        var sides = new LinkedHashMap<String, String>();
        sides.put("PK", "PK");
        sides.put("PK-DRAP", "PK");
        sides.put("PS", "PS");
        return new Story(
                new Terms(sides, List.of("Ophthalmology", "Pharmaceuticals", "Training"), entry, term),
                List.of(),
                LocalDate.parse("2025-09-17"));
    }

    /** Signed by both on 2025-09-17, and in force since then. */
    static Story inForce() {
        return of(ON_SIGNATURE, FIVE_YEARS).signed("PK", "2025-09-17").signed("PS", "2025-09-17");
    }

    /** An agreement that stands so, by the shortest way. */
    static Story in(AgreementStatus status) {
        return switch (status) {
            case DRAFT -> of(ON_SIGNATURE, FIVE_YEARS).signed("PK", "2025-09-17");
            case SIGNED -> of(null, FIVE_YEARS).signed("PK", "2025-09-17").signed("PS", "2025-09-17");
            case IN_FORCE -> inForce();
            case SUSPENDED -> inForce().on("2025-10-01").record(LegalEventType.SUSPENDED);
            case TERMINATION_NOTIFIED -> inForce().on("2025-10-01").record(LegalEventType.TERMINATION_NOTICE_GIVEN);
            case TERMINATED -> in(AgreementStatus.TERMINATION_NOTIFIED).on("2026-05-01");
            case EXPIRED -> inForce().on("2040-01-01");
            case SUPERSEDED -> inForce().on("2025-10-01").record(LegalEventType.SUPERSEDED);
            case VOIDED -> throw new IllegalArgumentException("no ledger leads there");
            case ABANDONED -> in(AgreementStatus.SIGNED).on("2025-10-01").record(LegalEventType.ABANDONED);
        };
    }

    Story on(String day) {
        return new Story(terms, lines, LocalDate.parse(day));
    }

    /** With other terms from a day on. */
    Story amended(String from, @Nullable EntryIntoForce entry, @Nullable Term term) {
        var all = new ArrayList<>(terms.amended());
        all.add(new Amended(LocalDate.parse(from), all.size() + 1, entry, term));
        return new Story(
                new Terms(terms.sides(), terms.areas(), terms.entryIntoForce(), terms.term(), null, all), lines, today);
    }

    Story signed(String party, @Nullable String on) {
        return with(line(LegalEventType.SIGNED, party, on, null, List.of(), null));
    }

    Story record(LegalEventType type) {
        return record(type, "PS");
    }

    Story record(LegalEventType type, String party) {
        return with(line(type, party, today.toString(), null, List.of(), null));
    }

    Story decided(LegalEventType type, String effectiveOn, String... areas) {
        return with(line(type, null, today.toString(), effectiveOn, List.of(areas), null));
    }

    Story areas(LegalEventType type, String... areas) {
        return with(line(type, null, today.toString(), null, List.of(areas), null));
    }

    Story renewedFor(Period period) {
        return with(line(LegalEventType.RENEWED, null, today.toString(), null, List.of(), period));
    }

    /** As if the last line had been recorded with another day. */
    Story lastLineOn(@Nullable String day) {
        var last = lines.getLast();
        var more = new ArrayList<>(lines.subList(0, lines.size() - 1));
        more.add(line(last.type(), last.party(), day, null, last.areas(), last.period()));
        return new Story(terms, more, today);
    }

    private static Line line(
            LegalEventType type,
            @Nullable String party,
            @Nullable String occurredOn,
            @Nullable String effectiveOn,
            List<String> areas,
            @Nullable Period period) {
        return new Line(
                UUID.randomUUID(),
                type,
                party,
                occurredOn == null ? null : PartialDate.parse(occurredOn),
                effectiveOn == null ? null : PartialDate.parse(effectiveOn),
                areas,
                period,
                false);
    }

    private Story with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Story(terms, more, today);
    }

    Life life() {
        return Life.of(terms, lines, today);
    }

    Standing standing() {
        return life().standing();
    }

    AgreementStatus status() {
        return standing().status();
    }

    boolean isRefused() {
        return life().refused().containsKey(lines.getLast().id());
    }

    String refusal() {
        return requireNonNull(life().refused().get(lines.getLast().id()));
    }

    /** What happened, as {@code TYPE day}. */
    List<String> happenings() {
        return life().happenings().stream()
                .map(happening -> happening.type() + " " + happening.on())
                .toList();
    }

    /** The times, as {@code KIND occurrence STATE}. */
    List<String> times() {
        return standing().times().stream()
                .map(time -> time.kind() + " " + time.occurrence() + " " + time.state())
                .toList();
    }

    Map<String, Object> rule(AgreementTime.Kind kind) {
        return standing().times().stream()
                .filter(time -> time.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .rule();
    }
}
