package org.moutracker.agreements.life;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Answer;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.InvalidRule;
import org.moutracker.timerules.PartialDate;

/** The entry into force by the agreement's own rule: on which day, or what is missing. */
final class Entry {

    private final Terms terms;
    private final Consents consents;
    private final Map<AnchorEvent, PartialDate> facts;

    Entry(Terms terms, Consents consents, Map<AnchorEvent, PartialDate> facts) {
        this.terms = terms;
        this.consents = consents;
        this.facts = facts;
    }

    /** The day, once it is known: a printed one is put off until the last side has signed. */
    Optional<LocalDate> day() {
        var rule = terms.entryIntoForce();
        if (rule == null || !consents.isSigned()) {
            return Optional.empty();
        }
        var signed = Optional.ofNullable(facts.get(AnchorEvent.SIGNATURE)).flatMap(PartialDate::day);
        return evaluate(rule)
                .map(day -> rule.kind() == EntryIntoForce.Kind.ON_DATE
                                && signed.filter(day::isBefore).isPresent()
                        ? signed.get()
                        : day);
    }

    /** What has been recorded has happened: only a printed day or a period after it must be waited for. */
    boolean isAwaited() {
        var rule = terms.entryIntoForce();
        return rule != null && (rule.countsOn() || rule.kind() == EntryIntoForce.Kind.ON_DATE);
    }

    private Optional<LocalDate> evaluate(EntryIntoForce rule) {
        try {
            return Optional.ofNullable(rule.rule().evaluate(new Facts(facts, Map.of(), Map.of()), Calendars.none()))
                    .map(Answer::lastDay);
        } catch (InvalidRule beyondAllYears) {
            return Optional.empty();
        }
    }

    /** What must happen first, each as the end of "waiting for …". */
    List<String> waitingFor() {
        if (!consents.isSigned()) {
            return consents.unsigned().stream()
                    .map("the signature of %s"::formatted)
                    .toList();
        }
        var rule = terms.entryIntoForce();
        if (rule == null) {
            return List.of("a rule of entry into force, which the text does not say");
        }
        var day = day();
        if (day.isPresent()) {
            return List.of("%s, the day of its entry into force".formatted(day.get()));
        }
        return switch (rule.kind()) {
            case ON_SIGNATURE -> List.of(unknown(AnchorEvent.SIGNATURE, "the day of the last signature"));
            case ON_DATE -> List.of("a day of entry into force, which the words do not name");
            case LAST_NOTIFICATION ->
                missing(
                        consents.unnotified(),
                        unknown(AnchorEvent.LAST_NOTIFICATION, "the day of the last notification"));
            case N_CONSENTS -> List.of(quorum(rule));
        };
    }

    private static List<String> missing(Set<String> sides, String otherwise) {
        return sides.isEmpty()
                ? List.of(otherwise)
                : sides.stream().map("the notification of %s"::formatted).toList();
    }

    private String quorum(EntryIntoForce rule) {
        var left = consents.unconsented();
        var more = (rule.consents() == null ? 0 : rule.consents())
                - (terms.allSides().size() - left.size());
        return more <= 0
                ? unknown(AnchorEvent.QUORUM_REACHED, "the day of the consent that makes the number full")
                : "%d more %s, of %s"
                        .formatted(
                                more,
                                more == 1 ? "consent" : "consents",
                                left.stream().collect(joining(" or ")));
    }

    private String unknown(AnchorEvent anchor, String what) {
        var day = Optional.ofNullable(facts.get(anchor)).flatMap(PartialDate::day);
        return day.isPresent() && isAwaited()
                ? "a day of entry into force, which the words do not name"
                : what + ", which is not known";
    }

    /** Who must act next; everybody when nobody in particular must. */
    List<String> parties() {
        var rule = terms.entryIntoForce();
        var acting =
                switch (rule == null ? EntryIntoForce.Kind.ON_DATE : rule.kind()) {
                    case LAST_NOTIFICATION -> terms.partiesOf(consents.unnotified());
                    case N_CONSENTS -> terms.partiesOf(consents.unconsented());
                    case ON_SIGNATURE, ON_DATE -> List.<String>of();
                };
        return acting.isEmpty() || day().isPresent() ? terms.parties() : acting;
    }
}
