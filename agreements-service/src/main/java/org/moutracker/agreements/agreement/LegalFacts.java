package org.moutracker.agreements.agreement;

import static java.util.Comparator.naturalOrder;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.PartialDate;
import org.moutracker.timerules.Rule;

/**
 * What time rules may count from, read from an agreement's ledger.
 *
 * <pre>
 * anchor                   day of
 * SIGNATURE                the last SIGNED, once every side has signed; unknown if a day is
 * ENTRY_INTO_FORCE         ENTERED_INTO_FORCE
 * EXPIRY                   the end of the term, counted from ENTRY_INTO_FORCE
 * STATEMENT_MADE, NOTIFICATION_SENT, NOTIFICATION_RECEIVED,
 * RATIFICATION_EXCHANGED, OPERATION_STARTED
 *                          the one recorded last of that type
 * PUBLICATION              the PUBLISHED recorded last
 * LAST_NOTIFICATION        the last NOTIFICATION_RECEIVED, once one of every side is recorded
 * </pre>
 */
final class LegalFacts {

    private LegalFacts() {}

    static Map<AnchorEvent, PartialDate> of(Agreement agreement, List<LegalEvent> ledger) {
        var facts = new EnumMap<AnchorEvent, PartialDate>(AnchorEvent.class);
        if (agreement.isSignedByAll()) {
            last(of(LegalEventType.SIGNED, ledger)).ifPresent(day -> facts.put(AnchorEvent.SIGNATURE, day));
        }
        for (var event : ledger) {
            var day = event.day();
            if (day != null) {
                anchor(event.type).ifPresent(anchor -> facts.put(anchor, day));
            }
        }
        var notifications = of(LegalEventType.NOTIFICATION_RECEIVED, ledger);
        if (sides(agreement, notifications).containsAll(agreement.sides())) {
            last(notifications).ifPresent(day -> facts.put(AnchorEvent.LAST_NOTIFICATION, day));
        }
        expiry(agreement.term, facts).ifPresent(day -> facts.put(AnchorEvent.EXPIRY, day));
        return facts;
    }

    private static Optional<AnchorEvent> anchor(LegalEventType type) {
        return switch (type) {
            case SIGNED -> Optional.empty();
            case ENTERED_INTO_FORCE -> Optional.of(AnchorEvent.ENTRY_INTO_FORCE);
            case NOTIFICATION_SENT -> Optional.of(AnchorEvent.NOTIFICATION_SENT);
            case NOTIFICATION_RECEIVED -> Optional.of(AnchorEvent.NOTIFICATION_RECEIVED);
            case RATIFICATION_EXCHANGED -> Optional.of(AnchorEvent.RATIFICATION_EXCHANGED);
            case PUBLISHED -> Optional.of(AnchorEvent.PUBLICATION);
            case OPERATION_STARTED -> Optional.of(AnchorEvent.OPERATION_STARTED);
            case STATEMENT_MADE -> Optional.of(AnchorEvent.STATEMENT_MADE);
        };
    }

    private static List<LegalEvent> of(LegalEventType type, List<LegalEvent> ledger) {
        return ledger.stream().filter(event -> event.type == type).toList();
    }

    private static Set<String> sides(Agreement agreement, List<LegalEvent> events) {
        var parties = new HashSet<String>();
        events.forEach(event -> {
            if (event.party != null) {
                parties.add(event.party);
            }
        });
        return agreement.sidesOf(parties);
    }

    /** The last of several days: known when all are, or when all sources say the same in part. */
    private static Optional<PartialDate> last(List<LegalEvent> events) {
        var days =
                events.stream().map(LegalEvent::day).flatMap(Stream::ofNullable).toList();
        if (days.isEmpty() || days.size() < events.size()) {
            return Optional.empty();
        }
        if (days.stream().allMatch(day -> day.day().isPresent())) {
            return days.stream()
                    .flatMap(day -> day.day().stream())
                    .max(naturalOrder())
                    .map(PartialDate::of);
        }
        return days.stream().distinct().count() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
    }

    private static Optional<PartialDate> expiry(@Nullable Term term, Map<AnchorEvent, PartialDate> facts) {
        if (term == null || !facts.containsKey(AnchorEvent.ENTRY_INTO_FORCE)) {
            return Optional.empty();
        }
        var rule = Rule.parse(Map.of(
                "anchor",
                Map.of("event", "ENTRY_INTO_FORCE"),
                "steps",
                List.of(Map.of("kind", "TERM", "period", term.period().toString()))));
        var answer = rule.evaluate(new Facts(facts, Map.of(), Map.of()), authority -> Optional.empty());
        return Optional.ofNullable(answer.lastDay()).map(PartialDate::of);
    }
}
