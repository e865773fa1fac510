package org.moutracker.agreements.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.moutracker.platform.problem.ProblemType;
import org.moutracker.platform.problem.Refused;

/** Lets a few uploads come at a time: each holds a database connection for as long as its client sends. */
@ApplicationScoped
public class Uploads {

    // Of twenty connections, so that clients that send slowly cannot take them all.
    static final int MOST = 5;

    private final Semaphore places = new Semaphore(MOST);

    /** Does one, or refuses it while too many are under way. */
    public <T> T one(Supplier<T> upload) {
        if (!places.tryAcquire()) {
            throw new Refused(
                    ProblemType.TOO_MANY_REQUESTS, "%d uploads are under way: try again shortly".formatted(MOST));
        }
        try {
            return upload.get();
        } finally {
            places.release();
        }
    }
}
