package org.moutracker.notifications.optout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.OptOutMessages;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.plan.MailKind;

/**
 * A page as its template needs it: every line said, only layout is left.
 *
 * @param button null unless there is something to do
 * @param sends what the button sends; null likewise
 */
public record OptOutPage(
        Language language,
        String title,
        List<String> lines,
        @Nullable String button,
        @Nullable String sends) {

    /** What a mail program sends by itself (RFC 8058), and so does the button. */
    static final String STOP = "One-Click";

    /** What the button sends that takes it back. */
    static final String AGAIN = "Undo";

    Frame frame() {
        return new Frame(language, title);
    }

    static OptOutPage asking(Language language, MailKind kind) {
        var say = language.aboutOptOuts();
        return new OptOutPage(language, say.askTitle(), List.of(about(say, kind), say.still()), say.yes(), STOP);
    }

    private static String about(OptOutMessages say, MailKind kind) {
        return switch (kind) {
            case REMINDER -> say.reminders();
            case FOR_INFORMATION -> say.information();
            case DIGEST -> say.digests();
            case LAST_REMINDER, LAST_DAY, OVERDUE, ESCALATION, MOVE ->
                throw new IllegalArgumentException("nobody can do without mails of the kind " + kind);
        };
    }

    static OptOutPage stopped(Language language) {
        var say = language.aboutOptOuts();
        return new OptOutPage(language, say.doneTitle(), List.of(say.done(), say.still()), say.again(), AGAIN);
    }

    static OptOutPage resumed(Language language) {
        var say = language.aboutOptOuts();
        return new OptOutPage(language, say.backTitle(), List.of(say.back()), null, null);
    }

    static OptOutPage unchanged(Language language) {
        var say = language.aboutOptOuts();
        return new OptOutPage(language, say.nothingTitle(), List.of(say.nothing()), null, null);
    }

    static OptOutPage refusing(Language language) {
        var say = language.aboutOptOuts();
        return new OptOutPage(language, say.refusedTitle(), List.of(say.unknown()), null, null);
    }
}
