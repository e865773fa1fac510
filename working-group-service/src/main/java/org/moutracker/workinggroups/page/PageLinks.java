package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.page.PageKey;

/**
 * Signs links and tells whether one is genuine. Whoever has the link has the page, so that it ends soon, in real time
 * like every token.
 */
@ApplicationScoped
class PageLinks {

    private static final String PURPOSE = "page";

    private final PageKey key;
    private final InstantSource realTime;

    @Inject
    PageLinks(@ConfigProperty(name = "mou.pages.key") String key) {
        this(key, InstantSource.system());
    }

    PageLinks(String key, InstantSource realTime) {
        this.key = new PageKey(key);
        this.realTime = realTime;
    }

    /** A key that is too short is told at the start, not with the first link. */
    void start(@Observes StartupEvent event) {}

    Instant now() {
        return realTime.instant();
    }

    /** The link, as an address below all pages. */
    String sign(PageLink link) {
        return link.subject().path() + "?" + query(link);
    }

    /** What makes an address the link. */
    String query(PageLink link) {
        var party = link.sees() == null ? "" : "&party=" + URLEncoder.encode(link.sees(), UTF_8);
        return "expires=%d%s&signature=%s"
                .formatted(link.expiresAt().getEpochSecond(), party, key.sign(PURPOSE, parts(link)));
    }

    /** The link that an address claims to be; empty when it was never made, opens another page or is over. */
    Optional<PageLink> read(PageSubject subject, LinkWords words) {
        return words.expires().flatMap(expires -> {
            var link = new PageLink(subject, words.party(), expires);
            // The signature first: how it is wrong is nobody's business.
            var genuine = key.isGenuine(PURPOSE, parts(link), words.signature());
            return genuine && now().isBefore(expires) ? Optional.of(link) : Optional.empty();
        });
    }

    /** What an address says beside its path. */
    record LinkWords(
            @Nullable String expiring,
            @Nullable String party,
            @Nullable String signature) {

        boolean isLink() {
            return expiring != null || party != null || signature != null;
        }

        Optional<Instant> expires() {
            try {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(requireNonNullElse(expiring, ""))));
            } catch (NumberFormatException | DateTimeException nobodyMadeThat) {
                return Optional.empty();
            }
        }
    }

    private static List<String> parts(PageLink link) {
        return List.of(
                link.subject().path(),
                requireNonNullElse(link.sees(), ""),
                String.valueOf(link.expiresAt().getEpochSecond()));
    }
}
