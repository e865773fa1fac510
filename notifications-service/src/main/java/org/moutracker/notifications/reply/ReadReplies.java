package org.moutracker.notifications.reply;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.bounce.TakeBounces;
import org.moutracker.notifications.invitation.TakeReply;
import org.moutracker.notifications.mail.ReplySettings;
import org.moutracker.notifications.reply.JudgeReply.Judgement;
import org.moutracker.notifications.reply.ReplyMailbox.Found;
import org.moutracker.platform.messaging.Transience;
import org.moutracker.platform.time.Loop;

/**
 * Reads the mailbox of replies, message by message: what it has caused and that it was read are one transaction. So
 * nothing is lost and nothing done twice wherever it stops; a message that cannot be handled does not hold up the next.
 */
@ApplicationScoped
class ReadReplies {

    private static final Logger LOG = Logger.getLogger(ReadReplies.class);

    private final ReplySettings settings;
    private final JudgeReply judge;
    private final TakeReply replies;
    private final TakeBounces bounces;
    private final RepliesRead places;
    private final MeterRegistry metrics;
    private @Nullable Loop loop;

    // These belong to the loop's thread alone.
    private boolean reachable = true;

    ReadReplies(
            ReplySettings settings,
            JudgeReply judge,
            TakeReply replies,
            TakeBounces bounces,
            RepliesRead places,
            MeterRegistry metrics) {
        this.settings = settings;
        this.judge = judge;
        this.replies = replies;
        this.bounces = bounces;
        this.places = places;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (settings.host().isPresent()) {
            loop = Loop.start("replies", settings.every(), this::read);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Reads a portion; true when there may be more. */
    boolean read() throws IOException {
        try (var mailbox = ReplyMailbox.open(settings)) {
            var found = mailbox.after(places.place(name()));
            var done = new ArrayList<ReadPlace>();
            for (var message : found) {
                if (take(message)) {
                    done.add(message.place());
                }
            }
            if (!done.isEmpty()) {
                mailbox.markRead(done);
            }
            noteReachable(true);
            return !found.isEmpty();
        } catch (MessagingException e) {
            // Tried again after the usual pause, not at once: a server may lock out who knocks too often.
            noteReachable(false);
            return false;
        }
    }

    /** Which mailbox it is, so that another one is read from its beginning. */
    private String name() {
        return settings.username().orElse("") + "@" + settings.host().orElse("") + "/" + settings.folder();
    }

    /** Whether nothing is left in it for a person to read. */
    private boolean take(Found message) {
        if (!message.isMessage()) {
            QuarkusTransaction.requiringNew().run(() -> places.moveOn(name(), message.place()));
            return false;
        }
        var judgement =
                message.content().map(judge::judge).orElseGet(() -> new Judgement.Refused(ReplyOutcome.TOO_LARGE));
        var outcome = taken(judgement, message.place());
        if (outcome == null) {
            return false;
        }
        metrics.counter("mou.replies", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
        if (!outcome.isDone()) {
            LOG.infof(
                    "a mail to the mailbox of replies (UID %d) changes nothing: %s",
                    message.place().uid(), outcome);
        }
        return outcome.isDone();
    }

    /** What became of a message; null when another replica has read it. */
    private @Nullable ReplyOutcome taken(Judgement judgement, ReadPlace place) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> writtenDown(judgement, place));
        } catch (RuntimeException e) {
            if (Transience.of(e)) {
                throw e;
            }
            LOG.errorf(e, "a reply (UID %d) cannot be written down", place.uid());
            QuarkusTransaction.requiringNew().run(() -> places.moveOn(name(), place));
            return ReplyOutcome.FAILED;
        }
    }

    private @Nullable ReplyOutcome writtenDown(Judgement judgement, ReadPlace place) {
        if (!places.moveOn(name(), place)) {
            return null;
        }
        return switch (judgement) {
            case Judgement.Believed believed -> ReplyOutcome.of(replies.take(believed.reply()));
            case Judgement.Refused refused -> refused.why();
            case Judgement.Returned returned ->
                ReplyOutcome.of(returned.bounces().stream().map(bounces::take).toList());
        };
    }

    private void noteReachable(boolean now) {
        if (now != reachable) {
            LOG.warn(now ? "the mailbox of replies can be read again" : "the mailbox of replies cannot be read");
        }
        reachable = now;
    }
}
