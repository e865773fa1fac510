package org.moutracker.notifications.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.bounce.Bounce;
import org.moutracker.notifications.bounce.TakeBounces;
import org.moutracker.notifications.invitation.TakeReply.Reply;
import org.moutracker.notifications.mail.MeetingAddress;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.reply.CalendarReply.Attendee;
import org.moutracker.notifications.reply.CalendarReply.Malformed;

/** Judges whether a mail is a reply that can be believed: about a meeting of ours, by the one whom it is from. */
@ApplicationScoped
class JudgeReply {

    private final MeetingAddress addresses;
    private final TakeBounces bounces;
    private final InstantSource clock;

    JudgeReply(MeetingAddress addresses, TakeBounces bounces, InstantSource clock) {
        this.addresses = addresses;
        this.bounces = bounces;
        this.clock = clock;
    }

    /** A reply that can be taken, or why there is none. */
    sealed interface Judgement {

        record Believed(Reply reply) implements Judgement {}

        record Refused(ReplyOutcome why) implements Judgement {}

        /** A mail server tells of messages that came back, if they are ours. */
        record Returned(List<Bounce> bounces) implements Judgement {}
    }

    Judgement judge(byte[] mail) {
        try {
            var returned = bounces.read(mail);
            if (returned.isPresent()) {
                return new Judgement.Returned(returned.get());
            }
            var read = ReplyMail.read(mail);
            var reply = reply(read);
            return reply.isPresent() ? judge(read, reply.get()) : new Judgement.Refused(ReplyOutcome.NO_REPLY);
        } catch (MessagingException | IOException | Malformed | RuntimeException e) {
            // The library trusts mails more than we do: whatever it makes of one, the next is read.
            return new Judgement.Refused(ReplyOutcome.MALFORMED);
        }
    }

    private static Optional<CalendarReply> reply(ReplyMail mail) throws Malformed {
        for (var part : mail.calendars()) {
            var reply = CalendarReply.read(part.content(), part.method());
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private Judgement judge(ReplyMail mail, CalendarReply reply) {
        var meeting = addresses.meeting(reply.uid());
        if (meeting.isEmpty()) {
            return new Judgement.Refused(ReplyOutcome.UNKNOWN_MEETING);
        }
        var from = mail.from() == null ? "" : Person.spelled(mail.from());
        var his = reply.attendees().stream()
                .filter(attendee ->
                        !from.isEmpty() && Person.spelled(attendee.address()).equals(from))
                .toList();
        if (his.isEmpty()) {
            return new Judgement.Refused(ReplyOutcome.FORGED);
        }
        return answer(his)
                .<Judgement>map(answer -> believed(meeting.get(), from, reply, answer, mail.date()))
                .orElseGet(() -> new Judgement.Refused(ReplyOutcome.NO_ANSWER));
    }

    private static Optional<Answer> answer(List<Attendee> his) {
        return his.stream().flatMap(attendee -> attendee.answer().stream()).findFirst();
    }

    private Judgement believed(UUID meeting, String from, CalendarReply reply, Answer answer, @Nullable Instant date) {
        var repliedAt = Stream.of(reply.stamp(), date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(clock::instant);
        return new Judgement.Believed(new Reply(meeting, from, reply.sequence(), answer, repliedAt));
    }
}
