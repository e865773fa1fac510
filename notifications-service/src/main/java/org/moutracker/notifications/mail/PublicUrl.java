package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach us: what links in mails and calendars begin with. */
@ApplicationScoped
public class PublicUrl {

    private final String base;

    PublicUrl(@ConfigProperty(name = "mou.public-url") String url) {
        if (!url.matches("https?://[^\\s?#]+")) {
            throw new IllegalStateException("mou.public-url must be the http(s) address at which people reach us");
        }
        this.base = url.replaceAll("/+$", "");
    }

    /** A path, which begins with a slash, as people can open it. */
    public String of(String path) {
        return base + path;
    }
}
