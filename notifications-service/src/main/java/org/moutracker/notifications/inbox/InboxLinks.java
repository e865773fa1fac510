package org.moutracker.notifications.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.platform.page.PageKey;

/**
 * Signs links to inboxes and tells whether one is genuine. Whoever has the link has the inbox, so that it ends soon, in real
 * time like every token.
 */
@ApplicationScoped
class InboxLinks {

    private static final String PURPOSE = "inbox";
    private static final int LONGEST = 500;

    private final PageKey key;
    private final InstantSource realTime;

    @Inject
    InboxLinks(@ConfigProperty(name = "mou.pages.key") String key) {
        this(key, InstantSource.system());
    }

    InboxLinks(String key, InstantSource realTime) {
        this.key = new PageKey(key);
        this.realTime = realTime;
    }

    /** A key that is too short is told at the start, not with the first link. */
    void start(@Observes StartupEvent event) {}

    Instant now() {
        return realTime.instant();
    }

    /** The last part of the address: what it says, a full stop, and the signature of that. */
    String sign(InboxLink link) {
        var parts = List.of(
                link.person().toString(),
                String.valueOf(link.expiresAt().getEpochSecond()),
                requireNonNullElse(link.sees(), ""));
        var said = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(UTF_8));
        return said + "." + key.sign(PURPOSE, List.of(said));
    }

    /** The link that an address claims to be; empty when it was never made or is over. */
    Optional<InboxLink> read(String token) {
        var dot = token.lastIndexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        var said = token.substring(0, dot);
        // The signature first: how the rest is wrong is nobody's business.
        return key.isGenuine(PURPOSE, List.of(said), token.substring(dot + 1))
                ? parse(said).filter(link -> now().isBefore(link.expiresAt()))
                : Optional.empty();
    }

    /** Of what we have signed. */
    private static Optional<InboxLink> parse(String said) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(said), UTF_8).split("\n", -1);
            return Optional.of(new InboxLink(
                    UUID.fromString(parts[0]),
                    parts[2].isEmpty() ? null : parts[2],
                    Instant.ofEpochSecond(Long.parseLong(parts[1]))));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("a link to an inbox was signed in another form", e);
        }
    }
}
