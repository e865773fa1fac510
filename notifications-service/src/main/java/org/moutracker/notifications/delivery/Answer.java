package org.moutracker.notifications.delivery;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered, or that it did not.
 *
 * @param reply its code alone, since its words can hold addresses
 */
record Answer(AttemptOutcome outcome, @Nullable String reply) {

    // What a server says of one mailbox or message. Other refusals (of us, of the sender) are our fault and can be
    // mended,
    // so they must not close anybody's alert.
    private static final List<String> OF_THIS_MESSAGE =
            List.of("recipient address not accepted", "no recipient addresses were accepted", "sending data failed");

    static Answer accepted() {
        return new Answer(AttemptOutcome.ACCEPTED, null);
    }

    /** We could not even write it; perhaps the next version of us can. */
    static Answer postponed() {
        return new Answer(AttemptOutcome.DEFERRED, null);
    }

    static Answer of(Throwable failure) {
        return switch (failure) {
            case SMTPException refusal -> of(refusal);
            // An address that is none: no server would take it.
            case IllegalArgumentException e -> new Answer(AttemptOutcome.REFUSED, null);
            default ->
                new Answer(isBeforeTheFirstByte(failure) ? AttemptOutcome.UNREACHABLE : AttemptOutcome.UNKNOWN, null);
        };
    }

    private static Answer of(SMTPException refusal) {
        var code = refusal.getReplyCode();
        var words = String.valueOf(refusal.getMessage());
        var isFinal = code >= 500 && OF_THIS_MESSAGE.stream().anyMatch(words::startsWith);
        return new Answer(isFinal ? AttemptOutcome.REFUSED : AttemptOutcome.DEFERRED, String.valueOf(code));
    }

    private static boolean isBeforeTheFirstByte(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
