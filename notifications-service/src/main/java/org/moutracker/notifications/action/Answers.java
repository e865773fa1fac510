package org.moutracker.notifications.action;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.page.Frame;

/** The answers that say one thing. */
final class Answers {

    private static final int OK = 200;
    private static final int UNKNOWN = 404;
    private static final int GONE = 410;

    private Answers() {}

    /** It was never made by us. */
    static Response unknown(Language language) {
        var say = language.aboutActions();
        return said(UNKNOWN, language, say.refusedTitle(), null, say.unknown());
    }

    static Response expired(Language language) {
        var say = language.aboutActions();
        return said(GONE, language, say.refusedTitle(), null, say.expired());
    }

    /** It works once. */
    static Response used(Language language, String about, String text) {
        return said(GONE, language, language.aboutActions().usedTitle(), about, text);
    }

    /** There is nothing to do about it any more. */
    static Response over(Language language, @Nullable String about, String text) {
        return said(GONE, language, language.aboutActions().overTitle(), about, text);
    }

    /** It is done as was asked for. */
    static Response done(Language language, String title, String about, String text) {
        return said(OK, language, title, about, text);
    }

    private static Response said(int status, Language language, String title, @Nullable String about, String text) {
        var frame = new Frame(language, title);
        return frame.answer(status, Templates.said(frame, new Said(about, text)));
    }
}
