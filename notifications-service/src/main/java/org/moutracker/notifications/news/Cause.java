package org.moutracker.notifications.news;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.Origin;
import org.moutracker.platform.messaging.Received;

/**
 * What has brought news about: the correlation of the events, which is the same through all that follows from one
 * request, in whichever service. A request to this service is a cause by itself; time is none.
 *
 * @param bySubject the correlation of what is heard now, by its subject
 * @param other that of all else; null when nothing but time is at work
 */
public record Cause(Map<String, String> bySubject, @Nullable String other) {

    public Cause {
        bySubject = Map.copyOf(bySubject);
    }

    /** Of the transaction under way. */
    public static Cause current() {
        var origin = Origin.CURRENT.isBound() ? Origin.CURRENT.get() : null;
        return switch (origin) {
            case Origin.Heard heard -> heard(heard.causesOf(List.of()));
            case Origin.Clock _ -> new Cause(Map.of(), null);
            case Origin.Order _ -> request();
            case null -> request();
        };
    }

    private static Cause request() {
        return new Cause(Map.of(), Ids.next().toString());
    }

    private static Cause heard(List<Received<?>> news) {
        var bySubject = new HashMap<String, String>();
        news.forEach(received -> bySubject.put(received.subject(), correlation(received)));
        return new Cause(bySubject, news.isEmpty() ? null : correlation(news.getLast()));
    }

    private static String correlation(Received<?> received) {
        return received.correlation().orElse(received.id().toString());
    }

    /** What has brought news of one subject. */
    public @Nullable String of(Object subject) {
        var known = bySubject.get(subject.toString());
        return known == null ? other : known;
    }

    /** What has brought news of several: where they were heard together and have several causes, the last stands for all. */
    public @Nullable String ofAll(Collection<?> subjects) {
        var causes = subjects.stream()
                .map(this::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return causes.size() == 1 ? causes.getFirst() : other;
    }
}
