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

    private final MeetingMessages say;
    private final AlertMessages common;

    WriteInvitation(MeetingMessages say, AlertMessages common) {
        this.say = say;
        this.common = common;
    }

    InvitationText write(Letter.OfInvitation letter) {
        var content = letter.content();
        var withdraws = content.news().withdraws();
        return new InvitationText(
                subject(content),
                common.greeting(Words.line(letter.reader())),
                what(content),
                content.movedFrom() == null
                        ? null
                        : say.before(Clocks.span(content.movedFrom(), null, ZoneId.of(content.zone()))),
                Words.line(content.title()),
                content.groupName() == null ? null : Words.line(content.groupName()),
                clocks(content),
                where(content),
                withdraws ? List.of() : agenda(content).toList(),
                withdraws ? null : answer(content),
                withdraws ? say.footerWithdrawn() : say.footer());
    }

    private String subject(InvitationContent content) {
        var title = Words.title(content.title());
        var day =
                Clocks.day(content.startsAt().atZone(ZoneId.of(content.zone())).toLocalDate());
        return switch (content.news()) {
            case INVITED -> say.subjectInvited(title, day);
            case MOVED -> say.subjectMoved(title, day);
            case CHANGED -> say.subjectChanged(title, day);
            case CANCELLED -> say.subjectCancelled(title, day);
            case POSTPONED -> say.subjectPostponed(title, day);
            case VOIDED, UNINVITED -> say.subjectWithdrawn(title, day);
        };
    }

    private String what(InvitationContent content) {
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
    List<Line> clocks(InvitationContent content) {
        var clocks = new ArrayList<Line>();
        clocks.add(line(content, common.clockOfReader(content.zone()), content.zone()));
        for (var clock : content.clocks()) {
            if (!clock.zone().equals(content.zone())) {
                clocks.add(line(content, common.clockOfSide(clock.side(), clock.zone()), clock.zone()));
            }
        }
        if (!content.zone().equals("UTC")) {
            clocks.add(line(content, say.utc(), "UTC"));
        }
        return clocks;
    }

    private static Line line(InvitationContent content, String name, String zone) {
        return new Line(name, Clocks.span(content.startsAt(), content.endsAt(), ZoneId.of(zone)));
    }

    private List<Line> where(InvitationContent content) {
        var where = new ArrayList<Line>();
        if (content.place() != null) {
            where.add(new Line(say.place(), Words.line(content.place())));
        }
        if (content.online() != null) {
            where.add(new Line(say.online(), Words.line(content.online())));
        }
        return where;
    }

    Stream<String> agenda(InvitationContent content) {
        return content.agenda().stream().map(item -> {
            var title = Words.line(item.title());
            return item.minutes() == null
                    ? say.item(item.number(), title)
                    : say.timedItem(item.number(), title, item.minutes());
        });
    }

    private @Nullable String answer(InvitationContent content) {
        return switch (content.answer()) {
            case NEEDS_ACTION -> say.pleaseAnswer();
            case ACCEPTED -> say.hasAccepted();
            case DECLINED -> say.hasDeclined();
            case TENTATIVE -> say.isTentative();
        };
    }
}
