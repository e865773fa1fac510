package org.moutracker.agreements.agreement;

import java.util.Set;
import org.moutracker.platform.testing.EventSamples;

/** What can be told of agreements, for tests outside of the package. */
public final class AgreementEventTypes {

    private AgreementEventTypes() {}

    public static Set<String> all() {
        return EventSamples.typesOf(AgreementEvent.class, "agreement");
    }
}
