package org.moutracker.notifications.mail;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.HtmlEscaper;
import java.util.List;
import java.util.Map;

/**
 * What one reader alone is told in a mail that was written for many.
 *
 * @param place his own among those whom the mail names; -1 when he is none of them
 */
record Personal(Map<Gap, String> words, int place) {

    static final Personal NOTHING = new Personal(Map.of(), -1);

    // As templates do it.
    private static final HtmlEscaper HTML = new HtmlEscaper(List.of());

    String in(Gap gap) {
        return requireNonNull(words.get(gap));
    }

    Personal inHtml() {
        return new Personal(
                words.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, word -> requireNonNull(HTML.map(word.getValue(), null)))),
                place);
    }
}
