package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.notifications.mail.MailText.Line;

/** Says in sentences that minutes were circulated, where they are, and until when an objection counts. */
@ApplicationScoped
class WriteMinutes {

    private static final ZoneId UTC = ZoneId.of("UTC");

    MinutesText write(Letter.OfMinutes letter) {
        return Phrases.lend(Language.of(letter.language()), phrases -> text(letter, phrases));
    }

    private static MinutesText text(Letter.OfMinutes letter, Phrases phrases) {
        var say = phrases.language().aboutMeetings();
        var content = letter.content();
        var title = phrases.inside(Words.title(content.title()));
        var zone = ZoneId.of(content.zone());
        var document = content.document() == null ? null : Words.line(content.document());
        return new MinutesText(
                phrases.language(),
                content.round() == 1 ? say.subjectMinutes(title) : say.subjectMinutesAgain(content.round(), title),
                phrases.language().aboutAlerts().greeting(phrases.inside(letter.reader())),
                content.round() == 1 ? say.circulated() : say.circulatedAgain(content.round()),
                Words.line(content.title()),
                content.groupName() == null ? null : phrases.inside(content.groupName()),
                content.heldAt() == null ? null : say.held(new Clocks(phrases).span(content.heldAt(), null, zone)),
                document,
                // Anything else that a mail program would follow (javascript:, file:) is shown and no link.
                document != null && document.matches("(?i)https?://\\S+") ? document : null,
                content.agreeBy() == null ? say.silenceSaysNothing() : say.silenceAgrees(),
                content.agreeBy() == null ? List.of() : until(content.agreeBy(), zone, phrases),
                say.footerMinutes());
    }

    private static List<Line> until(Instant agreeBy, ZoneId zone, Phrases phrases) {
        var clocks = new Clocks(phrases);
        var common = phrases.language().aboutAlerts();
        var until = new ArrayList<Line>();
        until.add(new Line(common.clockOfReader(phrases.inside(phrases.city(zone))), clocks.end(agreeBy, zone)));
        if (!zone.equals(UTC)) {
            until.add(new Line(phrases.language().aboutMeetings().utc(), clocks.end(agreeBy, UTC)));
        }
        return until;
    }
}
