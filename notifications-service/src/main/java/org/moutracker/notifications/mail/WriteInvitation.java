package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Line;

/** Says in sentences what a meeting is, when it is for everybody, and what is new about it. */
@ApplicationScoped
class WriteInvitation {

    private static final ZoneId UTC = ZoneId.of("UTC");

    InvitationText write(Letter.OfInvitation letter) {
        return Phrases.lend(Language.of(letter.language()), phrases -> text(letter, phrases));
    }

    private static InvitationText text(Letter.OfInvitation letter, Phrases phrases) {
        var say = phrases.language().aboutMeetings();
        var content = letter.content();
        var withdraws = content.news().withdraws();
        return new InvitationText(
                phrases.language(),
                subject(content, phrases),
                phrases.language().aboutAlerts().greeting(phrases.inside(letter.reader())),
                what(content, say),
                content.movedFrom() == null
                        ? null
                        : say.before(new Clocks(phrases).span(content.movedFrom(), null, ZoneId.of(content.zone()))),
                Words.line(content.title()),
                content.groupName() == null ? null : phrases.inside(content.groupName()),
                clocks(content, phrases),
                where(content, say),
                withdraws ? List.of() : agenda(content, phrases).toList(),
                withdraws ? null : answer(content, say),
                withdraws ? say.footerWithdrawn() : say.footer());
    }

    private static String subject(InvitationContent content, Phrases phrases) {
        var say = phrases.language().aboutMeetings();
        var title = phrases.inside(Words.title(content.title()));
        var day =
                phrases.day(content.startsAt().atZone(ZoneId.of(content.zone())).toLocalDate());
        return switch (content.news()) {
            case INVITED -> say.subjectInvited(title, day);
            case MOVED -> say.subjectMoved(title, day);
            case CHANGED -> say.subjectChanged(title, day);
            case CANCELLED -> say.subjectCancelled(title, day);
            case POSTPONED -> say.subjectPostponed(title, day);
            case VOIDED, UNINVITED -> say.subjectWithdrawn(title, day);
        };
    }

    private static String what(InvitationContent content, MeetingMessages say) {
        return switch (content.news()) {
            case INVITED -> say.invited();
            case MOVED -> say.moved();
            case CHANGED -> say.changed();
            case CANCELLED -> say.cancelled();
            case POSTPONED -> say.postponed();
            case VOIDED -> say.voided();
            case UNINVITED -> say.uninvited();
        };
    }

    /** The same time by the reader's clock, by those of the sides, and by the one that belongs to nobody. */
    static List<Line> clocks(InvitationContent content, Phrases phrases) {
        var common = phrases.language().aboutAlerts();
        var own = ZoneId.of(content.zone());
        var clocks = new ArrayList<Line>();
        clocks.add(line(content, common.clockOfReader(phrases.inside(phrases.city(own))), own, phrases));
        for (var clock : content.clocks()) {
            var zone = ZoneId.of(clock.zone());
            if (!zone.equals(own)) {
                var name = common.clockOfSide(phrases.inside(clock.side()), phrases.inside(phrases.city(zone)));
                clocks.add(line(content, name, zone, phrases));
            }
        }
        if (!own.equals(UTC)) {
            clocks.add(line(content, phrases.language().aboutMeetings().utc(), UTC, phrases));
        }
        return clocks;
    }

    private static Line line(InvitationContent content, String name, ZoneId zone, Phrases phrases) {
        return new Line(name, new Clocks(phrases).span(content.startsAt(), content.endsAt(), zone));
    }

    private static List<Line> where(InvitationContent content, MeetingMessages say) {
        var where = new ArrayList<Line>();
        if (content.place() != null) {
            where.add(new Line(say.place(), Words.line(content.place())));
        }
        if (content.online() != null) {
            where.add(new Line(say.online(), Words.line(content.online())));
        }
        return where;
    }

    static Stream<String> agenda(InvitationContent content, Phrases phrases) {
        var say = phrases.language().aboutMeetings();
        return content.agenda().stream().map(item -> {
            var title = phrases.inside(item.title());
            return item.minutes() == null
                    ? say.item(item.number(), title)
                    : say.timedItem(item.number(), title, phrases.count("minutes", item.minutes()));
        });
    }

    private static @Nullable String answer(InvitationContent content, MeetingMessages say) {
        return switch (content.answer()) {
            case NEEDS_ACTION -> say.pleaseAnswer();
            case ACCEPTED -> say.hasAccepted();
            case DECLINED -> say.hasDeclined();
            case TENTATIVE -> say.isTentative();
        };
    }
}
