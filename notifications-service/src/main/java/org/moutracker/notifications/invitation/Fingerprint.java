package org.moutracker.notifications.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.meeting.Meeting;

/** What an invitation says of a meeting, in short: the same where nothing new is to be told. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Meeting meeting) {
        var told = new ArrayList<@Nullable Object>();
        told.add(meeting.sequence());
        told.add(meeting.title());
        told.add(meeting.startsAt());
        told.add(meeting.endsAt());
        told.add(meeting.place());
        told.add(meeting.online());
        meeting.agenda()
                .forEach(item -> told.addAll(java.util.Arrays.asList(item.number(), item.title(), item.minutes())));
        return hash(told);
    }

    /** Each value with its length before it, so that none can be taken for the beginning of the next. */
    private static String hash(List<@Nullable Object> values) {
        var text = new StringBuilder();
        for (var value : values) {
            var written = String.valueOf(value);
            text.append(written.length()).append(':').append(written);
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
