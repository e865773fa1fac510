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

    private final MeetingMessages say;
    private final AlertMessages common;

    WriteMinutes(MeetingMessages say, AlertMessages common) {
        this.say = say;
        this.common = common;
    }

    MinutesText write(Letter.OfMinutes letter) {
        var content = letter.content();
        var title = Words.title(content.title());
        var document = content.document() == null ? null : Words.line(content.document());
        return new MinutesText(
                content.round() == 1 ? say.subjectMinutes(title) : say.subjectMinutesAgain(content.round(), title),
                common.greeting(Words.line(letter.reader())),
                content.round() == 1 ? say.circulated() : say.circulatedAgain(content.round()),
                Words.line(content.title()),
                content.groupName() == null ? null : Words.line(content.groupName()),
                content.heldAt() == null
                        ? null
                        : say.held(Clocks.span(content.heldAt(), null, ZoneId.of(content.zone()))),
                document,
                // Anything else that a mail program would follow (javascript:, file:) is shown and no link.
                document != null && document.matches("(?i)https?://\\S+") ? document : null,
                content.agreeBy() == null ? say.silenceSaysNothing() : say.silenceAgrees(),
                content.agreeBy() == null ? List.of() : until(content.agreeBy(), content.zone()),
                say.footerMinutes());
    }

    private List<Line> until(Instant agreeBy, String zone) {
        var until = new ArrayList<Line>();
        until.add(new Line(common.clockOfReader(zone), Clocks.end(agreeBy, ZoneId.of(zone))));
        if (!zone.equals("UTC")) {
            until.add(new Line(say.utc(), Clocks.end(agreeBy, ZoneId.of("UTC"))));
        }
        return until;
    }
}
