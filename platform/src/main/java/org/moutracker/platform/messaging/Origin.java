package org.moutracker.platform.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** For what a transaction was begun that no request began, so that whatever it changes can say where that comes from. */
public sealed interface Origin {

    /** Bound around the whole transaction, its end included: what has changed is often written there. */
    ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /**
     * The instant of some rows has come.
     *
     * @param work which due work they are
     */
    record Clock(String work) implements Origin {}

    /** Somebody has ordered work that goes on behind his back, such as an import. Which, the transaction itself finds out. */
    final class Order implements Origin {

        private String work = "";
        private String by = "";

        /**
         * Says whose order it is.
         *
         * @param order what it is, as a path such as {@code imports/0199c4f0-0000-7000-8000-000000000001}
         * @param who who has given it
         */
        public void begin(String order, String who) {
            work = order;
            by = who;
        }

        public String work() {
            return work;
        }

        public String by() {
            return by;
        }
    }

    /** Events were heard. A batch of them is one transaction, so it notes which of them has caused what. */
    final class Heard implements Origin {

        private final Map<String, List<Received<?>>> causes = new HashMap<>();
        private List<Received<?>> news = List.of();

        /** Begins a transaction, also one that is tried again. */
        void begin(List<? extends Received<?>> heard) {
            causes.clear();
            news = List.copyOf(heard);
        }

        void caused(String subject, Received<?> cause) {
            var known = causes.computeIfAbsent(subject, _ -> new ArrayList<>());
            if (!known.contains(cause)) {
                known.add(cause);
            }
        }

        /** The events that something was told of these subjects for; of the whole batch when nothing was. */
        public List<Received<?>> causesOf(Collection<String> subjects) {
            var known = subjects.stream()
                    .map(causes::get)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            return known.isEmpty() ? news : known;
        }
    }

    /** Notes, while events are heard, what has been told because of one of them. */
    static void note(String subject, Received<?> cause) {
        if (CURRENT.isBound() && CURRENT.get() instanceof Heard heard) {
            heard.caused(subject, cause);
        }
    }
}
