package org.moutracker.notifications.mail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.platform.page.PageKey;

/** Signs the links by which readers of mails act, and tells whether one is genuine. */
@ApplicationScoped
public class ActionLinks {

    /** Where the pages are. */
    public static final String PATH = "/actions/";

    private static final String PURPOSE = "action";
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "\\.([0-9]{1,5})\\.([a-z]{4,11})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");

    private final PageKey key;
    private final PublicUrl url;

    ActionLinks(@ConfigProperty(name = "mou.pages.key") String key, PublicUrl url) {
        this.key = new PageKey(key);
        this.url = url;
    }

    /** A key that is too short is told at the start, not with the first mail. */
    void start(@Observes StartupEvent event) {}

    /** The address that opens the page. */
    public String address(ActionLink link) {
        return url.of(PATH + text(link));
    }

    /** As it stands at the end of the address. */
    public String text(ActionLink link) {
        return String.join(".", link.parts()) + "." + key.sign(PURPOSE, link.parts());
    }

    /** The link that a text claims to be; empty when we have never made it. How it is wrong is nobody's business. */
    public Optional<ActionLink> read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var parts = List.of(shape.group(1), shape.group(2), shape.group(3), shape.group(4));
        if (!key.isGenuine(PURPOSE, parts, shape.group(5))) {
            return Optional.empty();
        }
        return Action.named(parts.get(2))
                .map(action -> new ActionLink(
                        UUID.fromString(parts.get(0)),
                        Integer.parseInt(parts.get(1)),
                        action,
                        Instant.ofEpochSecond(Long.parseLong(parts.get(3)))));
    }
}
