package org.moutracker.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.problem.NotFound;

/** Changes what somebody prefers; what waits for him goes by that from then on, in the same transaction. */
@ApplicationScoped
public class ChangePreference {

    private final Preferences preferences;
    private final Event<PreferencesChanged> changed;
    private final InstantSource clock;

    ChangePreference(Preferences preferences, Event<PreferencesChanged> changed, InstantSource clock) {
        this.preferences = preferences;
        this.changed = changed;
        this.clock = clock;
    }

    void byApi(UUID recipient, @Nullable String ifMatch, Wishes wishes, String by) {
        var known = preferences.lock(recipient).orElseThrow(() -> new NotFound("recipient"));
        Versions.require(ifMatch, known.version());
        change(known, wishes, Change.How.API, by);
    }

    /**
     * By whoever has the link of a mail to somebody. To do it twice is to do it once.
     *
     * @return what he prefers since; empty when he is not known any more
     */
    public Optional<Wishes> byLink(UUID recipient, MailKind kind, boolean wanted) {
        return preferences.lock(recipient).map(known -> {
            var since = known.wishes().with(kind, wanted);
            change(known, since, Change.How.LINK, null);
            return since;
        });
    }

    private void change(Preference known, Wishes since, Change.How how, @Nullable String by) {
        if (since.equals(known.wishes())) {
            return;
        }
        preferences.keep(
                new Preference(known.recipientId(), known.version() + 1, since, known.nextDigestAt()),
                how,
                by,
                clock.instant());
        changed.fire(new PreferencesChanged(Set.of(known.recipientId())));
    }
}
