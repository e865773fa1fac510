package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.platform.page.PageKey;

/**
 * The addresses by which people put an end to mails that they can do without. They are signed and say nothing that changes,
 * so that a mail that is written anew has the same; they hold for as long as the key does, since a mail may be read late.
 */
@ApplicationScoped
public class OptOutLinks {

    /** What a mail program sends there (RFC 8058), as header and as body. */
    static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private static final String PURPOSE = "opt-out";

    private final PageKey key;
    private final PublicUrl url;

    OptOutLinks(@ConfigProperty(name = "mou.pages.key") String key, PublicUrl url) {
        this.key = new PageKey(key);
        this.url = url;
    }

    String of(OptOut optOut) {
        return url.of(
                "/opt-outs/%s/%s/%s".formatted(optOut.recipientId(), optOut.kind(), key.sign(PURPOSE, parts(optOut))));
    }

    /** What the parts of an address say; empty unless it is one of ours. */
    public Optional<OptOut> read(String recipient, String kind, String signature) {
        try {
            return Arrays.stream(MailKind.values())
                    .filter(one -> one.name().equals(kind) && !one.isMandatory())
                    .map(one -> new OptOut(UUID.fromString(recipient), one))
                    .filter(optOut -> optOut.recipientId().toString().equals(recipient)
                            && key.isGenuine(PURPOSE, parts(optOut), signature))
                    .findFirst();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static List<String> parts(OptOut optOut) {
        return List.of(optOut.recipientId().toString(), optOut.kind().name());
    }

    /** The line at the end of a mail. */
    OptOutText text(OptOut optOut, Language language) {
        return OptOutText.of(of(optOut), language);
    }
}
