package org.moutracker.platform.limit;

import io.smallrye.config.ConfigMapping;

/** How often whom is answered. */
@ConfigMapping(prefix = "mou.http.rates")
interface RateSettings {

    /** Of whoever has a valid token. */
    Rate caller();

    /** Of an address, without a valid token. */
    Rate address();

    /** Of an address, without a valid token, where it was refused or there was nothing: tokens and links are guessed so. */
    Rate refused();

    /** So many at once, and so many a minute in the long run. */
    interface Rate {

        int atOnce();

        int aMinute();
    }
}
