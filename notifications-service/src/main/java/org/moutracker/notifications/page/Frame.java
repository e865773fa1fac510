package org.moutracker.notifications.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.moutracker.notifications.mail.Language;
import org.moutracker.platform.page.Stylesheet;

/** What stands around every page, and goes with it. */
public record Frame(Language language, String title) {

    public static final Stylesheet STYLE = Stylesheet.beside(Frame.class, Stylesheet.Forms.TO_US);

    public String style() {
        return STYLE.text();
    }

    /** The page as an answer, in its language. */
    public Response answer(int status, TemplateInstance page) {
        return answer(status, page, STYLE.policy());
    }

    /**
     * The same of a page that does more.
     *
     * @param policy what a browser may do with it
     */
    public Response answer(int status, TemplateInstance page, String policy) {
        var locale = Locale.forLanguageTag(language.tag());
        return Response.status(status)
                .entity(page.setLocale(locale).render())
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy)
                .language(locale)
                .build();
    }
}
