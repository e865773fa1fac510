package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Actions.Button;
import org.moutracker.notifications.mail.MailText.Line;

/** Asks in sentences whether what was reported done is done, or says that it was found not to be. */
@ApplicationScoped
class WriteDoneReport {

    private final ActionLinks links;

    WriteDoneReport(ActionLinks links) {
        this.links = links;
    }

    DoneReportText write(Letter.OfDoneReport letter) {
        var language = Language.of(letter.language());
        var say = language.aboutActions();
        return letter.because() == null ? asks(letter, language, say) : declined(letter, language, say);
    }

    private DoneReportText asks(Letter.OfDoneReport letter, Language language, ActionMessages say) {
        var link = ActionLink.of(letter.noticeId(), 0, Action.DECIDE, letter.firedAt());
        var title = Words.title(letter.content().title());
        return new DoneReportText(
                language,
                say.askSubject(title),
                say.greeting(Words.line(letter.reader())),
                say.askWhat(Words.line(letter.reporter()), letter.party(), Days.full(letter.on(), language)),
                lines(letter, language, say),
                quoted(say.note(), letter.note()),
                say.askSo(),
                new Button(say.decide(), links.address(link)),
                say.until(Days.full(link.expiresAt().atOffset(UTC).toLocalDate(), language)),
                say.askFooter());
    }

    private static DoneReportText declined(Letter.OfDoneReport letter, Language language, ActionMessages say) {
        return new DoneReportText(
                language,
                say.declinedSubject(Words.title(letter.content().title())),
                say.greeting(Words.line(letter.reader())),
                say.declinedWhat(Days.full(letter.on(), language)),
                lines(letter, language, say),
                quoted(say.reason(), letter.because()),
                say.declinedSo(),
                null,
                null,
                say.declinedFooter());
    }

    private static List<Line> lines(Letter.OfDoneReport letter, Language language, ActionMessages say) {
        var content = letter.content();
        var lines = new ArrayList<Line>();
        lines.add(new Line(say.what(), Words.line(content.title())));
        if (content.groupName() != null) {
            lines.add(new Line(say.group(), Words.line(content.groupName())));
        }
        if (content.agreementTitle() != null) {
            lines.add(new Line(say.agreement(), Words.line(content.agreementTitle())));
        }
        lines.add(new Line(say.lastDay(), Days.full(content.lastDay(), language)));
        return lines;
    }

    private static @Nullable Line quoted(String name, @Nullable String text) {
        return text == null ? null : new Line(name, Words.line(text));
    }
}
