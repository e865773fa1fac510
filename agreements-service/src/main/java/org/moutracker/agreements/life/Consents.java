package org.moutracker.agreements.life;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/**
 * What time rules may count from, as far as the ledger alone says it. A side consents with the first of its parties that
 * does: what another one adds later moves no date.
 *
 * <pre>
 * anchor                   day of
 * SIGNATURE                the last side's SIGNED, once every side has signed; unknown if a day is
 * LAST_NOTIFICATION        the last side's NOTIFICATION_RECEIVED, once one of every side is recorded
 * QUORUM_REACHED           the consent (NOTIFICATION_RECEIVED or RATIFICATION_EXCHANGED) that makes N_CONSENTS
 * STATEMENT_MADE, NOTIFICATION_SENT, NOTIFICATION_RECEIVED, RATIFICATION_EXCHANGED, OPERATION_STARTED
 *                          the one recorded last of that type
 * PUBLICATION              the PUBLISHED recorded last
 * ENTRY_INTO_FORCE         see {@link Entry}
 * EXPIRY                   the end of the current term, see {@link RunningTerm}
 * </pre>
 */
final class Consents {

    private final Terms terms;
    private final List<Line> lines;

    Consents(Terms terms, List<Line> lines) {
        this.terms = terms;
        this.lines = lines;
    }

    Map<AnchorEvent, PartialDate> facts() {
        var facts = new EnumMap<AnchorEvent, PartialDate>(AnchorEvent.class);
        for (var line : lines) {
            var day = line.day();
            if (day != null) {
                anchor(line.type()).ifPresent(anchor -> facts.put(anchor, day));
            }
        }
        if (unsigned().isEmpty()) {
            last(firsts(LegalEventType.SIGNED).values()).ifPresent(day -> facts.put(AnchorEvent.SIGNATURE, day));
        }
        if (unnotified().isEmpty()) {
            last(firsts(LegalEventType.NOTIFICATION_RECEIVED).values())
                    .ifPresent(day -> facts.put(AnchorEvent.LAST_NOTIFICATION, day));
        }
        quorum().ifPresent(day -> facts.put(AnchorEvent.QUORUM_REACHED, day));
        return facts;
    }

    private static Optional<AnchorEvent> anchor(LegalEventType type) {
        return switch (type) {
            case NOTIFICATION_SENT -> Optional.of(AnchorEvent.NOTIFICATION_SENT);
            case NOTIFICATION_RECEIVED -> Optional.of(AnchorEvent.NOTIFICATION_RECEIVED);
            case RATIFICATION_EXCHANGED -> Optional.of(AnchorEvent.RATIFICATION_EXCHANGED);
            case PUBLISHED -> Optional.of(AnchorEvent.PUBLICATION);
            case OPERATION_STARTED -> Optional.of(AnchorEvent.OPERATION_STARTED);
            case STATEMENT_MADE -> Optional.of(AnchorEvent.STATEMENT_MADE);
            case SIGNED,
                    PROVISIONALLY_APPLIED,
                    ENTERED_INTO_FORCE,
                    AMENDED,
                    RENEWED,
                    RENEWAL_OBJECTED,
                    SUSPENDED,
                    RESUMED,
                    TERMINATION_NOTICE_GIVEN,
                    TERMINATION_NOTICE_WITHDRAWN,
                    TERMINATED,
                    EXPIRED,
                    SUPERSEDED,
                    ABANDONED,
                    CORRECTED -> Optional.empty();
        };
    }

    boolean isSigned() {
        return unsigned().isEmpty();
    }

    Set<String> unsigned() {
        return without(LegalEventType.SIGNED);
    }

    Set<String> unnotified() {
        return without(LegalEventType.NOTIFICATION_RECEIVED);
    }

    /** The sides that have not consented yet, by notification or by ratification. */
    Set<String> unconsented() {
        var left = new TreeSet<>(terms.allSides());
        left.removeAll(consents().keySet());
        return left;
    }

    private Set<String> without(LegalEventType type) {
        var left = new TreeSet<>(terms.allSides());
        left.removeAll(lines.stream()
                .filter(line -> line.type() == type && line.party() != null)
                .map(line -> terms.sides().get(line.party()))
                .filter(Objects::nonNull)
                .collect(toSet()));
        return left;
    }

    /** The first day of each side, null while it is not known. */
    private Map<String, Optional<PartialDate>> firsts(LegalEventType type) {
        var firsts = new TreeMap<String, Optional<PartialDate>>();
        lines.stream()
                .filter(line -> line.type() == type && line.party() != null)
                .forEach(line -> add(firsts, terms.sides().get(line.party()), line.day()));
        return firsts;
    }

    private Map<String, Optional<PartialDate>> consents() {
        var firsts = firsts(LegalEventType.NOTIFICATION_RECEIVED);
        for (var line : lines) {
            if (line.type() == LegalEventType.RATIFICATION_EXCHANGED) {
                if (line.party() != null) {
                    add(firsts, terms.sides().get(line.party()), line.day());
                } else {
                    // Instruments are exchanged by all at once.
                    terms.allSides().forEach(side -> add(firsts, side, line.day()));
                }
            }
        }
        return firsts;
    }

    private static void add(
            Map<String, Optional<PartialDate>> firsts, @Nullable String side, @Nullable PartialDate day) {
        if (side != null) {
            firsts.merge(side, Optional.ofNullable(day), Consents::first);
        }
    }

    private static Optional<PartialDate> first(Optional<PartialDate> one, Optional<PartialDate> other) {
        var day = one.flatMap(PartialDate::day);
        var otherDay = other.flatMap(PartialDate::day);
        if (day.isEmpty() || otherDay.isEmpty()) {
            return one.equals(other) ? one : Optional.empty();
        }
        return day.get().isAfter(otherDay.get()) ? other : one;
    }

    /** The last of several days: known when all are, or when all sources say the same in part. */
    private static Optional<PartialDate> last(Collection<Optional<PartialDate>> days) {
        if (days.isEmpty() || days.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var known = days.stream().map(Optional::get).toList();
        if (known.stream().allMatch(day -> day.day().isPresent())) {
            return known.stream()
                    .flatMap(day -> day.day().stream())
                    .max(naturalOrder())
                    .map(PartialDate::of);
        }
        return known.stream().distinct().count() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    private Optional<PartialDate> quorum() {
        var rule = terms.entryIntoForce();
        if (rule == null || rule.consents() == null) {
            return Optional.empty();
        }
        var days = consents().values().stream()
                .flatMap(Optional::stream)
                .flatMap(day -> day.day().stream())
                .sorted()
                .toList();
        return days.size() < rule.consents()
                ? Optional.empty()
                : Optional.of(PartialDate.of(days.get(rule.consents() - 1)));
    }
}
