package org.moutracker.notifications.preference;

import static java.util.stream.Collectors.joining;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.MailKind;

/** Which kinds of mails somebody wants; one of those that nobody can do without may be left out, and may not be false. */
@Schema(
        name = "MailsWanted",
        description = "Which kinds of mails somebody wants; the inbox has everything in any case.")
record MailsForm(
        @NotNull
        @Schema(required = true, description = "Early reminders, while another one follows before the last day.")
        Boolean reminder,

        @NotNull @Schema(required = true, description = "What the other side has to do.")
        Boolean forInformation,

        @NotNull
        @Schema(
                required = true,
                description =
                        "Digests; without them, and with a rhythm, what would be in them" + " comes by no mail at all.")
        Boolean digest,

        @Schema(description = MANDATORY + "The last reminder before the last day.") @Nullable
        Boolean lastReminder,

        @Schema(description = MANDATORY + "On the last day.") @Nullable
        Boolean lastDay,

        @Schema(description = MANDATORY + "That the day has passed.") @Nullable
        Boolean overdue,

        @Schema(description = MANDATORY + "That the own side has not acted.") @Nullable
        Boolean escalation,

        @Schema(description = MANDATORY + "That a day which was told has moved.") @Nullable
        Boolean move) {

    private static final String MANDATORY = "Mandatory: true, or left out. ";

    static MailsForm of(Wishes wishes) {
        return new MailsForm(
                !wishes.unwanted().contains(MailKind.REMINDER),
                !wishes.unwanted().contains(MailKind.FOR_INFORMATION),
                !wishes.unwanted().contains(MailKind.DIGEST),
                true,
                true,
                true,
                true,
                true);
    }

    List<MailKind> unwanted() {
        return Arrays.stream(MailKind.values())
                .filter(kind -> Boolean.FALSE.equals(wanted(kind)))
                .toList();
    }

    private @Nullable Boolean wanted(MailKind kind) {
        return switch (kind) {
            case REMINDER -> reminder;
            case FOR_INFORMATION -> forInformation;
            case DIGEST -> digest;
            case LAST_REMINDER -> lastReminder;
            case LAST_DAY -> lastDay;
            case OVERDUE -> overdue;
            case ESCALATION -> escalation;
            case MOVE -> move;
        };
    }

    /** As the request names it. */
    static String field(MailKind kind) {
        var words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(joining());
    }
}
