package org.moutracker.agreements.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks whether notes and letters that somebody names are in the log. */
@ApplicationScoped
public class LoggedLetters {

    private final CorrespondenceRepository log;

    LoggedLetters(CorrespondenceRepository log) {
        this.log = log;
    }

    /** Whether an entry is about that agreement and stands. */
    public boolean stands(UUID agreement, UUID entry) {
        return log.count("id = ?1 and agreementId = ?2 and voidedAt is null", entry, agreement) > 0;
    }
}
