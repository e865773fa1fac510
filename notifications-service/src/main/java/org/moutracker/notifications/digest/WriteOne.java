package org.moutracker.notifications.digest;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.digest.Digests.Closed;
import org.moutracker.notifications.digest.Digests.Taken;
import org.moutracker.notifications.digest.Digests.Written;
import org.moutracker.notifications.digest.ImportedOverdue.Told;
import org.moutracker.notifications.mail.DigestContent;
import org.moutracker.notifications.mail.DigestContent.Item;
import org.moutracker.notifications.mail.DigestContent.Section;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.preference.Readers.Reader;

/**
 * Works out what one digest says: every deadline once, by the latest step that has come.
 *
 * @param until when the next one comes; null when none does
 * @param taken what has waited for it
 * @param coming what is due until then
 * @param owed what was over when an import brought it
 * @param known what is known around the first of those
 */
record WriteOne(
        Reader reader,
        LocalDate day,
        @Nullable Instant until,
        List<Taken> taken,
        Map<UUID, Item> coming,
        List<UUID> owed,
        Map<UUID, Situation> known) {

    /** Those that are listed; of the others it is said how many there are. */
    static Stream<UUID> listed(List<UUID> owed) {
        return owed.stream().limit(DigestContent.LISTED);
    }

    UUID id() {
        return Digests.id(reader.id(), day);
    }

    Written written() {
        return new Written(id(), reader.id(), content());
    }

    DigestContent content() {
        var news = taken.stream()
                .filter(one -> one.because() == ClosedBecause.DIGESTED)
                .collect(toMap(Taken::deadlineId, one -> one, BinaryOperator.maxBy(comparing(Taken::step))));
        return new DigestContent(
                Language.named(reader.language()).orElse(Language.ENGLISH),
                reader.zone().getId(),
                day,
                until,
                Section.of(news.values().stream()
                        .map(one -> Item.of(one.deadlineId(), one.content(), one.step()))
                        .toList()),
                Section.of(coming.values().stream()
                        .filter(item -> !news.containsKey(item.deadlineId()))
                        .toList()),
                new Section(owed.size(), overdue()));
    }

    private List<Item> overdue() {
        return listed(owed)
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(situation -> situation.deadline().due() != null)
                .map(situation -> OpenDeadlines.item(situation, List.of()))
                .toList();
    }

    /** The deadlines from older records that it tells of, also those that are only counted. */
    Stream<Told> told() {
        return owed.stream().map(deadline -> new Told(reader.id(), deadline, id()));
    }

    /** What becomes of all that has waited for it; what a digest that never left had closed already stays so. */
    List<Closed> closed() {
        var told = content().isEmpty() ? null : id();
        return taken.stream()
                .map(one -> new Closed(one, one.because() == ClosedBecause.DIGESTED ? told : null))
                .toList();
    }
}
