package org.moutracker.notifications.verification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.DeliveryStatus;

/** Somebody who can be told, and whether the address is known to be right. */
@Schema(name = "Recipient", description = "Somebody who can be told, and whether the address is known to be right.")
record RecipientView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "Ayesha Khan") String name,

        @Schema(
                required = true,
                nullable = true,
                description = "As much of the mail address as lets somebody know it again; null while none is known.",
                examples = "a…@health.example")
        @Nullable
        String address,

        @Schema(
                required = true,
                description = "By which reminders come. IN_APP are the alerts themselves; what is mandatory, from the"
                        + " last reminder before the last day on, and for meetings, comes by mail in any case.")
        List<Wish> channels,

        @Schema(required = true, description = "Whether official content may go to this address.")
        boolean addressVerified,

        @Schema(required = true, nullable = true) @Nullable VerificationView verification,

        @Schema(required = true, nullable = true) @Nullable SuppressionView suppression,
        @Schema(required = true, nullable = true) @Nullable LastMailView lastVerificationMail,

        @JsonIgnore @Schema(hidden = true) long version) {

    /** By which reminders come. */
    @Schema(name = "RecipientChannel")
    enum Wish {
        MAIL,
        IN_APP
    }

    /** When and how an address was verified. */
    @Schema(name = "AddressVerification", description = "When and how an address was verified.")
    record VerificationView(
            @Schema(required = true) Instant at,

            @Schema(
                    required = true,
                    description =
                            "BY_LINK: its owner has confirmed it. VOUCHED: an official says so. BEFORE_VERIFICATION:"
                                    + " mails went there before addresses were verified.")
            Verified how,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "How the official knows; null unless vouched for.",
                    examples = "Note verbale 12/2025 of 2025-09-20")
            @Nullable
            String evidence) {}

    /** Since when and why nothing more is sent to an address. */
    @Schema(
            name = "AddressSuppression",
            description =
                    "Since when and why nothing more is sent there, until the address is verified anew. Null for most.")
    record SuppressionView(
            @Schema(required = true) Instant at,

            @Schema(
                    required = true,
                    description = "With the status of RFC 3463 that the mail server gave",
                    examples = "mails come back (5.1.1)")
            String because) {}

    /** The mail with the latest link. */
    @Schema(name = "VerificationMail", description = "The mail with the latest link, and what became of it.")
    record LastMailView(
            @Schema(required = true, description = "When it was asked for.")
            Instant askedAt,

            @Schema(required = true, description = "Until when its link can be used.")
            Instant expiresAt,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Why its link cannot be used any more; null while it can, unless its time is over.")
            @Nullable
            LinkEnded endedBecause,

            @Schema(required = true) DeliveryStatus state,

            @Schema(required = true, nullable = true, description = "Why it will not be sent (again).") @Nullable
            ClosedBecause closedBecause) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "RecipientPage", description = "One page of recipients.")
    record Page(
            @Schema(required = true) List<RecipientView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
