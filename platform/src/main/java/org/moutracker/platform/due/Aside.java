package org.moutracker.platform.due;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Rows that could not be handled and are left alone for a while. They are remembered here and not in the database: who
 * starts again, often with what was mended, tries them at once.
 */
final class Aside {

    private static final Duration TIME = Duration.ofHours(1);

    // Far more than anybody would look into one by one; beyond that the oldest are tried earlier.
    private static final int MOST = 10_000;

    private final Map<UUID, Long> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST;
        }
    };

    void put(UUID id, long nanoTime) {
        since.remove(id);
        since.put(id, nanoTime);
    }

    UUID[] ids(long nanoTime) {
        since.values().removeIf(put -> nanoTime - put > TIME.toNanos());
        return since.keySet().toArray(UUID[]::new);
    }

    boolean isEmpty() {
        return since.isEmpty();
    }
}
