package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.workinggroup.Role;

/** What is to be written to whom. Says only its id when it is printed. */
public sealed interface Letter {

    /** The message's own, which makes its repeats the same message. */
    UUID id();

    String reader();

    String mailbox();

    Instant firedAt();

    /** What the reader reads (BCP 47), as far as it is known. */
    @Nullable
    String language();

    /** What its reader can put an end to; empty for what nobody can do without. */
    default Optional<OptOut> optOut() {
        return Optional.empty();
    }

    /**
     * That a step of a ladder has come.
     *
     * @param kind what it is to its reader; null for what fired before mails had kinds
     */
    record OfStep(
            UUID id,
            UUID readerId,
            String reader,
            String mailbox,
            String party,
            Role role,
            ZoneId zone,
            Step step,
            Level level,
            @Nullable MailKind kind,
            Instant firedAt,
            @Nullable String language,
            Told told,
            AlertContent content)
            implements Letter {

        // In place of the reader of what is written for many.
        private static final UUID NOBODY = new UUID(0, 0);

        /**
         * What it has in common with those for other readers: only who is told of nobody else is told so alone.
         *
         * @param known whom of those that it names somebody still knows
         */
        OfStep forAll(Set<UUID> known) {
            var isAlone = content.more() == 0
                    && content.responsible().stream()
                            .map(AlertContent.Peer::id)
                            .filter(known::contains)
                            .allMatch(readerId::equals);
            return new OfStep(
                    NOBODY,
                    isAlone ? readerId : NOBODY,
                    "",
                    "",
                    party,
                    role,
                    zone,
                    step,
                    level,
                    kind,
                    firedAt,
                    language,
                    new Told(NOBODY, told.round(), told.canBeDone()),
                    content);
        }

        @Override
        public Optional<OptOut> optOut() {
            return Optional.ofNullable(kind).filter(one -> !one.isMandatory()).map(one -> new OptOut(readerId, one));
        }

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** Whether it was written for somebody who is invited to a meeting, and not for an alert. */
    default boolean isAboutMeeting() {
        return switch (this) {
            case OfStep step -> false;
            case OfMoves moves -> false;
            case OfInvitation invitation -> true;
            case OfMinutes minutes -> true;
            case OfVerification verification -> false;
            case OfReturned returned -> false;
            case OfDoneReport report -> false;
            case OfDigest digest -> false;
        };
    }

    /** That he is invited to a meeting, to which it has changed, or that he is not any more. */
    record OfInvitation(
            UUID id,
            String reader,
            String mailbox,
            Instant firedAt,
            @Nullable String language,
            int sequence,
            InvitationContent content)
            implements Letter {

        LetterKind kind() {
            return content.news().withdraws() ? LetterKind.CANCEL : LetterKind.REQUEST;
        }

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** That minutes were circulated. */
    record OfMinutes(
            UUID id,
            String reader,
            String mailbox,
            Instant firedAt,
            @Nullable String language,
            MinutesContent content) implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** That he is asked to show that he reads mails at this address; nothing official is in it. */
    record OfVerification(
            UUID id,
            String reader,
            String mailbox,
            Instant firedAt,
            @Nullable String language,
            LinkToken token,
            Instant expiresAt)
            implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /**
     * That mails to a member of the reader's group come back.
     *
     * @param masked as much of the address as lets somebody know it again
     * @param status what the mail server gave as the reason (RFC 3463)
     */
    record OfReturned(
            UUID id,
            String reader,
            String mailbox,
            Instant firedAt,
            @Nullable String language,
            String person,
            String group,
            String masked,
            String status)
            implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /**
     * That something was reported done: whoever answers for it is asked whether it is, or who reported it is told that it is
     * not.
     *
     * @param noticeId the same for each attempt, which the link names
     * @param reporter who reported it, and of which party he is
     * @param because why it is not done; null when it is asked
     */
    record OfDoneReport(
            UUID id,
            UUID noticeId,
            String reader,
            String mailbox,
            Instant firedAt,
            @Nullable String language,
            String reporter,
            String party,
            LocalDate on,
            @Nullable String note,
            @Nullable String because,
            AlertContent content)
            implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** What somebody hears of once a day or a week. */
    record OfDigest(UUID id, UUID readerId, String reader, String mailbox, Instant firedAt, DigestContent content)
            implements Letter {

        @Override
        public Optional<OptOut> optOut() {
            return Optional.of(new OptOut(readerId, MailKind.DIGEST));
        }

        @Override
        public String language() {
            return content.language().tag();
        }

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    /** That dates have moved. */
    record OfMoves(
            UUID id,
            String reader,
            String mailbox,
            ZoneId zone,
            Instant firedAt,
            @Nullable String language,
            Moves moves)
            implements Letter {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }
}
