package org.moutracker.notifications.verification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How addresses are verified. */
@ConfigMapping(prefix = "mou.address-verification")
interface VerificationSettings {

    /** How long a link can be used. */
    Duration validFor();

    /** How many of them go to one person within a day when they are asked for. */
    int mailsADay();
}
