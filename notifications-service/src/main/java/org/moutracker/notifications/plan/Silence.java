package org.moutracker.notifications.plan;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;

/** Who of those who answer for a deadline has said that he knows, and who wants to hear of it later. */
public record Silence(List<Acknowledged> acknowledged, List<Snoozed> snoozed) {

    public static final Silence NONE = new Silence(List.of(), List.of());

    /**
     * Somebody knows, and is at it.
     *
     * @param step the last that he was told when he said so
     * @param by himself, or who acted on his behalf
     */
    public record Acknowledged(
            UUID id,
            UUID alertId,
            UUID recipientId,
            String party,
            Step step,
            UUID by,
            @Nullable String note,
            Instant at,
            Instant until) {}

    /** Somebody wants to hear of a step again, and of nothing that can wait until then. */
    public record Snoozed(UUID recipientId, String party, Step step, Instant until) {}

    public Silence {
        acknowledged = List.copyOf(acknowledged);
        snoozed = List.copyOf(snoozed);
    }

    /** Without those acknowledgements that are over. */
    public Silence without(Set<UUID> over) {
        return new Silence(
                acknowledged.stream().filter(one -> !over.contains(one.id())).toList(), snoozed);
    }

    /** What is still so at an instant. */
    public Silence at(Instant instant) {
        return new Silence(
                acknowledged.stream()
                        .filter(one -> one.until().isAfter(instant))
                        .toList(),
                snoozed.stream().filter(one -> one.until().isAfter(instant)).toList());
    }

    /** Until when a step is acknowledged for somebody, by himself or by as many others as it takes; empty when it is not. */
    public Optional<Instant> acknowledgedUntil(Situation situation, UUID recipient, String party, Step step) {
        var himself = acknowledged.stream()
                .filter(one -> one.recipientId().equals(recipient) && one.step().compareTo(step) >= 0)
                .map(Acknowledged::until);
        var others = step.onlyIfNotAcknowledged() ? sharedUntil(situation, party) : Optional.<Instant>empty();
        return Stream.concat(himself, others.stream()).max(naturalOrder());
    }

    private Optional<Instant> sharedUntil(Situation situation, String party) {
        return switch (situation.plan().quorum()) {
            case ANY -> acknowledged.stream().map(Acknowledged::until).max(naturalOrder());
            case ALL_SIDES ->
                Stream.concat(sideUntil(situation, situation.sideOf(party)).stream(), allSidesUntil(situation).stream())
                        .max(naturalOrder());
        };
    }

    private Optional<Instant> sideUntil(Situation situation, String side) {
        return acknowledged.stream()
                .filter(one -> situation.sideOf(one.party()).equals(side))
                .map(Acknowledged::until)
                .max(naturalOrder());
    }

    /** Until the first of the responsible sides begins to hear of it again; empty unless all of them have acknowledged. */
    private Optional<Instant> allSidesUntil(Situation situation) {
        var ends = situation.deadline().responsible().stream()
                .map(Deadline.Responsible::party)
                .map(situation::sideOf)
                .collect(toSet())
                .stream()
                .map(side -> sideUntil(situation, side))
                .toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).min(naturalOrder())
                : Optional.empty();
    }

    /** Until when a step that comes is not told to somebody; empty when it is told at once. */
    Optional<Instant> until(Situation situation, Addressee addressee, Step step) {
        var snooze = snoozed.stream()
                .filter(one -> step.onlyIfNotAcknowledged() && one.recipientId().equals(addressee.id()))
                .map(Snoozed::until);
        var known = acknowledgedUntil(situation, addressee.id(), addressee.party(), step);
        return Stream.concat(snooze, known.stream()).max(naturalOrder());
    }

    /** When somebody hears again of what he does not hear of now. */
    Stream<Instant> ends() {
        return Stream.concat(
                acknowledged.stream().map(Acknowledged::until), snoozed.stream().map(Snoozed::until));
    }
}
