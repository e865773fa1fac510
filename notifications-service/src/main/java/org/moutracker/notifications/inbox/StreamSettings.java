package org.moutracker.notifications.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How inboxes are streamed. */
@ConfigMapping(prefix = "mou.inbox.streams")
interface StreamSettings {

    /** How many clients of one replica can listen at once. */
    @WithName("most")
    int most();

    /** How often the database is asked for what is new, for all of them together. */
    @WithName("every")
    Duration every();

    /** How long there may be silence. */
    @WithName("heartbeat")
    Duration heartbeat();

    /** How long a client may take for what it was sent. */
    @WithName("patience")
    Duration patience();

    /** How long one may listen with one token. */
    @WithName("longest")
    Duration longest();
}
