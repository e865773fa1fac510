package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moutracker.notifications.mail.DigestContent.Item;
import org.moutracker.notifications.mail.DigestContent.Section;
import org.moutracker.notifications.mail.DigestText.Line;
import org.moutracker.notifications.mail.DigestText.Part;

/** Says in sentences what is due, for one reader in his language. */
@ApplicationScoped
class WriteDigest {

    DigestText write(Letter.OfDigest letter) {
        return Phrases.lend(letter.content().language(), phrases -> write(letter, phrases));
    }

    private static DigestText write(Letter.OfDigest letter, Phrases phrases) {
        var content = letter.content();
        var language = content.language();
        var say = language.inDigests();
        var isOverdueAlone = content.news().count() + content.coming().count() == 0;
        var parts = new ArrayList<Part>();
        add(parts, say.overdue(), content.overdue(), content, phrases);
        add(parts, say.news(), content.news(), content, phrases);
        add(parts, say.coming(), content.coming(), content, phrases);
        return new DigestText(
                language,
                phrases.say("digestSubject", Map.of("day", phrases.day(content.day()), "n", content.count())),
                say.greeting(phrases.inside(letter.reader())),
                isOverdueAlone ? say.introOverdue() : say.intro(),
                say.lastDay(),
                parts,
                say.once(),
                say.footer());
    }

    private static void add(List<Part> parts, String title, Section section, DigestContent content, Phrases phrases) {
        if (section.count() > 0) {
            parts.add(new Part(
                    title,
                    section.first().stream()
                            .map(item -> line(item, content, phrases))
                            .toList(),
                    section.unlisted() > 0 ? phrases.count("digestMore", section.unlisted()) : null));
        }
    }

    private static Line line(Item item, DigestContent content, Phrases phrases) {
        var of = Stream.of(item.group(), item.agreement())
                .flatMap(Stream::ofNullable)
                .map(phrases::inside)
                .toList();
        var left = left(content.day(), item.lastDay(), phrases);
        return new Line(
                Words.line(item.title()),
                of.isEmpty() ? null : phrases.list(of),
                phrases.list(List.of(phrases.day(item.lastDay()), left)),
                item.step());
    }

    /** How far a day is from another: ahead of it, the same, or behind it. */
    static String left(LocalDate from, LocalDate to, Phrases phrases) {
        var days = ChronoUnit.DAYS.between(from, to);
        return days < 0 ? phrases.count("daysLate", -days) : phrases.count("daysLeft", days);
    }
}
