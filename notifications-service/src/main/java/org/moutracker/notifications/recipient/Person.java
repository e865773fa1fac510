package org.moutracker.notifications.recipient;

import java.net.IDN;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.workinggroup.Absence;

/**
 * Somebody who can be told, as the owner of persons says it. Says only its id when it is printed.
 *
 * @param channels by which the person wants to be told; null for all that there are
 * @param absences of somebody who is in no group, those that are not over; of members the group tells them
 */
public record Person(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String zone,
        @Nullable List<String> channels,
        List<Absence> absences) {

    public Person {
        absences = absences == null ? List.of() : List.copyOf(absences);
        channels = channels == null ? null : List.copyOf(channels);
    }

    /** Whether reminders come by mail, too. */
    public boolean wantsMail() {
        return channels == null || channels.contains("MAIL");
    }

    /** The mail address in one spelling, so that one mailbox is one recipient. */
    public Optional<String> mailbox() {
        return Optional.ofNullable(email)
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty());
    }

    /** Whether a mail program that writes an address in its own way means this person's. */
    public boolean isReachedAt(String address) {
        return mailbox().filter(own -> spelled(own).equals(spelled(address))).isPresent();
    }

    /** Lower case throughout, and the domain in the letters that every server knows. */
    public static String spelled(String address) {
        var text = address.strip().toLowerCase(Locale.ROOT);
        var domain = text.lastIndexOf('@') + 1;
        try {
            return text.substring(0, domain) + IDN.toASCII(text.substring(domain));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Empty for a zone that nobody knows, which must not keep him from being told. */
    public Optional<ZoneId> clock() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
