package org.moutracker.notifications.mail;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MailText.Line;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Role;

/** Says in sentences which step has come of what, for one reader. */
@ApplicationScoped
class WriteText {

    private final AlertMessages say;

    WriteText(AlertMessages say) {
        this.say = say;
    }

    MailText write(Letter.OfStep letter, Map<UUID, Recipient> names) {
        var content = letter.content();
        var role = words(letter.role().name());
        return new MailText(
                subject(letter),
                say.greeting(Words.line(letter.reader())),
                step(letter),
                letter.level() == org.moutracker.notifications.plan.Level.ESCALATION ? escalation(letter, role) : null,
                Words.line(content.title()),
                content.groupName() == null ? null : Words.line(content.groupName()),
                agreement(content),
                say.lastDay(Clocks.day(content.lastDay())),
                clocks(letter),
                content.reason().stream().map(this::reason).toList(),
                content.missing().stream()
                        .map(missing -> say.missingOf(missing.side(), words(missing.what())))
                        .toList(),
                others(letter, names),
                letter.role() == Role.OFFICER ? say.footerOfficer() : say.footer(role, letter.party()));
    }

    /** Of officers it is not said whose they are: they may answer for a side that is not theirs. */
    private String escalation(Letter.OfStep letter, String role) {
        return letter.role() == Role.OFFICER ? say.escalationOfficer() : say.escalation(role, letter.party());
    }

    private String subject(Letter.OfStep letter) {
        var shown = Words.title(letter.content().title());
        var step = letter.step().toString();
        var day = Clocks.day(letter.content().lastDay());
        return switch (letter.level()) {
            case REMINDER -> say.subjectReminder(step, shown, day);
            case OVERDUE -> say.subjectOverdue(step, shown, day);
            case ESCALATION -> say.subjectEscalation(step, shown, day);
            case CHANGED, OVER -> throw new IllegalArgumentException("a move is no step");
        };
    }

    private String step(Letter.OfStep letter) {
        var step = letter.step().toString();
        var offset = letter.step().offset();
        return switch (offset) {
            case -1 -> say.stepDayBefore(step);
            case 0 -> say.stepLastDay(step);
            case 1 -> say.stepDayAfter(step);
            default -> offset < 0 ? say.stepBefore(-offset, step) : say.stepAfter(offset, step);
        };
    }

    private static @Nullable String agreement(AlertContent content) {
        var named = Stream.of(content.agreementTitle(), content.reference())
                .filter(Objects::nonNull)
                .map(Words::line)
                .toList();
        return named.isEmpty() ? null : String.join(", ", named);
    }

    private List<Line> clocks(Letter.OfStep letter) {
        var content = letter.content();
        var clocks = new ArrayList<Line>();
        clocks.add(new Line(say.clockOfReader(letter.zone().getId()), Clocks.end(content.dueAt(), letter.zone())));
        for (var clock : content.clocks()) {
            if (!clock.zone().equals(letter.zone().getId())) {
                clocks.add(new Line(
                        say.clockOfSide(clock.side(), clock.zone()),
                        Clocks.end(content.dueAt(), java.time.ZoneId.of(clock.zone()))));
            }
        }
        return clocks;
    }

    private Line reason(ReasonLink link) {
        var name =
                switch (link.link()) {
                    case EVENT -> say.linkEvent();
                    case BASIS -> say.linkBasis();
                    case RULE -> say.linkRule();
                    case CALENDAR -> say.linkCalendar();
                    case DATE -> say.linkDate();
                };
        var said = new ArrayList<String>();
        said.add(words(link.what()));
        if (link.result() != null) {
            said.add(Words.line(link.result()));
        }
        var because = link.because();
        if (because != null) {
            said.add(link.link() == ReasonLink.Link.BASIS ? words(because) : Words.line(because));
        }
        return new Line(name, String.join(": ", said));
    }

    private List<String> others(Letter.OfStep letter, Map<UUID, Recipient> names) {
        var others = new ArrayList<String>();
        letter.content().responsible().stream()
                .filter(peer -> !peer.id().equals(letter.readerId()))
                .sorted(comparing(AlertContent.Peer::party))
                .forEach(peer -> {
                    var person = names.get(peer.id());
                    if (person != null) {
                        others.add(say.peer(
                                Words.line(person.name()), words(peer.role().name()), peer.party()));
                    }
                });
        if (letter.content().more() > 0) {
            others.add(say.morePeers(letter.content().more()));
        }
        return others.isEmpty() ? List.of(say.nobodyElse()) : others;
    }

    /** A code in capitals as words; anything else, such as {@code WITHIN P30D} or {@code C-01}, as it is. */
    private static String words(String code) {
        return code.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{3,}")
                ? code.toLowerCase(Locale.ROOT).replace("co_", "co-").replace('_', ' ')
                : Words.line(code);
    }
}
