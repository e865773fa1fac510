package org.moutracker.workinggroups.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Signs links and tells whether one is genuine. Whoever has the link has the page, so that it ends soon, in real time
 * like every token.
 */
@ApplicationScoped
class PageLinks {

    private static final String ALGORITHM = "HmacSHA256";
    // Guessing must be hopeless: as many hexadecimal digits are 128 bits.
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;
    private final InstantSource realTime;

    @Inject
    PageLinks(@ConfigProperty(name = "mou.pages.key") String key) {
        this(key, InstantSource.system());
    }

    PageLinks(String key, InstantSource realTime) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "mou.pages.key must have %d characters or more, made by chance".formatted(SHORTEST_KEY));
        }
        this.key = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
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
        return "expires=%d%s&signature=%s".formatted(link.expiresAt().getEpochSecond(), party, signature(link));
    }

    /** The link that an address claims to be; empty when it was never made, opens another page or is over. */
    Optional<PageLink> read(PageSubject subject, LinkWords words) {
        return words.expires().flatMap(expires -> {
            var link = new PageLink(subject, words.party(), expires);
            // The signature first, and in constant time: how it is wrong is nobody's business.
            var genuine = MessageDigest.isEqual(
                    signature(link).getBytes(UTF_8),
                    requireNonNullElse(words.signature(), "").getBytes(UTF_8));
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

    /** Every part ends with a line, which none of them has in it: no two links are signed alike. */
    private String signature(PageLink link) {
        var signed = "page\n%s\n%s\n%d\n"
                .formatted(
                        link.subject().path(),
                        requireNonNullElse(link.sees(), ""),
                        link.expiresAt().getEpochSecond());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
