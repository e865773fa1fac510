package org.moutracker.notifications.mail;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.AlertContent.Peer;
import org.moutracker.notifications.mail.AlertContent.SideClock;
import org.moutracker.notifications.mail.InvitationContent.News;
import org.moutracker.notifications.mail.Moves.Move;
import org.moutracker.notifications.mail.ReasonLink.Link;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.meeting.Meeting.AgendaItem;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Missing;
import org.moutracker.notifications.workinggroup.Role;

/** Letters about the health working group, for readers of each language. */
record SampleLetters(Language language, String title, String reader) {

    private static final Instant FIRED = Instant.parse("2025-10-03T04:00:00Z");
    private static final String REFERENCE = "PK-PS-2025-HEALTH";
    private static final String GROUP = "Pakistan–Palestine Health Working Group";
    private static final UUID OMAR = new UUID(1, 1);
    private static final UUID RANA = new UUID(1, 2);
    private static final Map<String, String> TITLES = Map.of(
            "en", "Memorandum of Understanding on health cooperation",
            "ur", "صحت کے شعبے میں تعاون کی مفاہمتی یادداشت",
            "ar", "مذكرة تفاهم بشأن التعاون في مجال الصحة");

    static SampleLetters in(Language language) {
        var reader =
                switch (language) {
                    case ENGLISH -> "Ayesha Khan";
                    case URDU -> "عائشہ خان";
                    case ARABIC -> "رنا صالح";
                    case CHINESE -> "李明";
                };
        return new SampleLetters(language, "Establish the " + GROUP, reader);
    }

    private ZoneId zone() {
        return ZoneId.of(
                switch (language) {
                    case ENGLISH -> "Europe/London";
                    case URDU -> "Asia/Karachi";
                    case ARABIC -> "Asia/Hebron";
                    case CHINESE -> "Asia/Shanghai";
                });
    }

    Letter.OfStep step(int offset) {
        var step = new Step(offset);
        return new Letter.OfStep(
                new UUID(0, offset),
                new UUID(1, 0),
                reader,
                "reader@health.example",
                "PK",
                Role.CO_CHAIR,
                zone(),
                step,
                Level.of(step, Role.CO_CHAIR),
                offset == -14 ? MailKind.REMINDER : MailKind.OVERDUE,
                FIRED,
                language.tag(),
                new Told(new UUID(4, offset), 0, true),
                content());
    }

    private AlertContent content() {
        return new AlertContent(
                new UUID(2, 1),
                1,
                1,
                title,
                TITLES.get("en"),
                REFERENCE,
                GROUP,
                LocalDate.parse("2025-10-17"),
                Instant.parse("2025-10-17T21:00:00Z"),
                NullNode.getInstance(),
                List.of(
                        new ReasonLink(
                                Link.EVENT, "STATEMENT_MADE", "2025-09-17", "the day of the event is not counted"),
                        new ReasonLink(Link.BASIS, "C-01", null, "OFFICIAL_STATEMENT"),
                        new ReasonLink(
                                Link.RULE,
                                "WITHIN P30D",
                                "2025-10-17",
                                "30 days after 2025-09-17: day 1 is 2025-09-18, day 30 is 2025-10-17"),
                        new ReasonLink(
                                Link.CALENDAR,
                                "CHECK",
                                "2025-10-17",
                                "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20"),
                        new ReasonLink(Link.DATE, "LAST_DAY", "2025-10-17", "it ends at 2025-10-17T21:00:00Z")),
                List.of(new Missing("PS", "CO_CHAIR")),
                List.of(new SideClock("PK", "Asia/Karachi"), new SideClock("PS", "Asia/Hebron")),
                List.of(new Peer(OMAR, "PS", Role.SECRETARY), new Peer(RANA, "PS", Role.FOCAL_POINT)),
                3,
                TITLES);
    }

    Letter.OfMoves moves(int count) {
        var moves = new Moves(
                count,
                List.of(
                                move(1, title, "2025-10-31", null, "extended: both sides agreed by exchange of notes"),
                                move(2, "Send the list of trainees (round 2)", null, null, null),
                                move(3, "التقرير السنوي عن التعاون الصحي", "2026-03-01", null, null))
                        .subList(0, Math.min(count, 3)));
        return new Letter.OfMoves(
                new UUID(0, 100), reader, "reader@health.example", zone(), FIRED, language.tag(), moves);
    }

    /** That one is over, and why. */
    Letter.OfMoves over(DeadlineStatus status) {
        return new Letter.OfMoves(
                new UUID(0, 101),
                reader,
                "reader@health.example",
                zone(),
                FIRED,
                language.tag(),
                new Moves(1, List.of(move(1, title, null, status, null))));
    }

    private static Move move(
            int number, String title, @Nullable String day, @Nullable DeadlineStatus over, @Nullable String cause) {
        return new Move(
                new UUID(2, number),
                2,
                2,
                title,
                TITLES.get("en"),
                REFERENCE,
                GROUP,
                LocalDate.parse("2025-10-17"),
                day == null ? null : LocalDate.parse(day),
                day == null ? null : Instant.parse(day + "T22:00:00Z"),
                over,
                cause,
                TITLES);
    }

    Letter.OfInvitation invitation() {
        var content = new InvitationContent(
                new UUID(3, 1),
                News.MOVED,
                title,
                GROUP,
                Instant.parse("2025-11-10T05:00:00Z"),
                Instant.parse("2025-11-10T09:00:00Z"),
                "Ministry of Health, Islamabad (Block C, 2nd floor)",
                "https://meet.health.example/first-meeting?room=2",
                List.of(
                        new AgendaItem(1, "Plan of work", 1),
                        new AgendaItem(2, "تبادل الخبراء", 2),
                        new AgendaItem(3, "Any other business", null)),
                zone().getId(),
                List.of(new SideClock("PK", "Asia/Karachi"), new SideClock("PS", "Asia/Hebron")),
                Answer.NEEDS_ACTION,
                Instant.parse("2025-11-09T05:00:00Z"));
        return new Letter.OfInvitation(
                new UUID(0, 200), reader, "reader@health.example", FIRED, language.tag(), 1, content);
    }

    Letter.OfMinutes minutes() {
        var content = new MinutesContent(
                new UUID(3, 1),
                title,
                GROUP,
                Instant.parse("2025-11-10T05:00:00Z"),
                2,
                Instant.parse("2025-12-04T06:00:00Z"),
                "https://docs.health.example/minutes-1.pdf",
                zone().getId());
        return new Letter.OfMinutes(new UUID(0, 300), reader, "reader@health.example", FIRED, language.tag(), content);
    }

    Letter.OfDigest digest() {
        var day = LocalDate.parse("2025-10-03");
        return new Letter.OfDigest(
                new UUID(0, 400),
                new UUID(1, 0),
                reader,
                "reader@health.example",
                FIRED,
                new DigestContent(
                        language,
                        zone().getId(),
                        day,
                        Instant.parse("2025-10-04T13:00:00Z"),
                        DigestContent.Section.of(List.of(due(1, title, "2025-10-17", "T-14"))),
                        DigestContent.Section.of(
                                List.of(due(2, "Send the list of trainees (round 2)", "2025-10-03", null))),
                        new DigestContent.Section(
                                14, List.of(due(3, "التقرير السنوي عن التعاون الصحي", "2025-09-01", null)))));
    }

    private static DigestContent.Item due(int number, String title, String day, @Nullable String step) {
        return new DigestContent.Item(new UUID(2, number), title, REFERENCE, GROUP, LocalDate.parse(day), step);
    }

    /** Asks whether the address is right. */
    Letter.OfVerification verification() {
        return new Letter.OfVerification(
                new UUID(0, 600),
                reader,
                "reader@health.example",
                FIRED,
                language.tag(),
                LinkToken.read("mou".repeat(14) + "x").orElseThrow(),
                FIRED.plus(Duration.ofDays(30)));
    }

    /** Says that mails to somebody come back. */
    Letter.OfReturned returned() {
        return new Letter.OfReturned(
                new UUID(0, 700),
                reader,
                "reader@health.example",
                FIRED,
                language.tag(),
                "Omar Haddad",
                GROUP,
                "o…d@health.example",
                "5.1.1");
    }

    /** Asks whether what was reported done is. */
    Letter.OfDoneReport question() {
        return doneReport(null);
    }

    /** Says that it is not. */
    Letter.OfDoneReport declined() {
        return doneReport("The other side has not named its co-chair yet (note verbale 14/2025)");
    }

    private Letter.OfDoneReport doneReport(@Nullable String because) {
        return new Letter.OfDoneReport(
                new UUID(0, because == null ? 500 : 501),
                new UUID(5, 1),
                reader,
                "reader@health.example",
                FIRED,
                language.tag(),
                "Omar Haddad",
                "PS",
                LocalDate.parse("2025-10-02"),
                "Both co-chairs were named by note",
                because,
                content());
    }

    static Map<UUID, Recipient> names() {
        return Map.of(OMAR, named(OMAR, "Omar Haddad"), RANA, named(RANA, "ليلى ناصر"));
    }

    private static Recipient named(UUID id, String name) {
        return new Recipient(new Person(id, name, null, null, null, null, List.of()), true);
    }

    SampleLetters titled(String title) {
        return new SampleLetters(language, title, reader);
    }

    SampleLetters to(String reader) {
        return new SampleLetters(language, title, reader);
    }
}
