package org.moutracker.notifications.delivery;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server that knows how far a message came on it. The library's exceptions do not always say:
 * after a refusal it resets the connection, and when that breaks, it tells of the break alone.
 *
 * <p>A server that allows it is told sender, recipient and the wish to go on in one breath (PIPELINING, RFC 2920), which
 * the library does not do by itself: it is told that the first two were answered well, and hears what is wrong with them
 * with the answer to the third.
 */
final class MailLine extends SMTPTransport {

    private static final int OK = 250;
    private static final int FORWARDED = 251;
    private static final int GO_ON = 354;
    private static final int CLOSING = 421;

    /** How far a message came. */
    private enum Stage {
        /** The server does not know of it yet. */
        BEFORE,
        RECIPIENT,
        /** The server has said that it will listen, and has been told nothing of the content yet. */
        DATA,
        CONTENT
    }

    private Stage stage = Stage.BEFORE;

    // The first one counts; what is answered to the clearing up after it does not.
    private int refusal;

    // What was not said yet, whether the library waits for the answer to it, and what was said together with the last.
    private final List<String> held = new ArrayList<>();
    private boolean isAnswerHeld;
    private List<String> announced = List.of();
    private boolean isClean;

    MailLine(Session session, boolean tls) {
        super(session, null, "smtp", tls);
    }

    /** What a failure means for the message that it befell. */
    Answer answer() {
        if (refusal >= 500) {
            return Answer.refused(refusal, stage == Stage.RECIPIENT || stage == Stage.CONTENT);
        }
        return refusal > 0 ? Answer.deferred(refusal) : Answer.broken(stage == Stage.CONTENT);
    }

    /** Whether the last message was taken, so that nothing of it has to be cleared away. */
    boolean isClean() {
        return isClean;
    }

    /** Whether the server had hung up, or was about to, before it heard of the message: which says nothing of the message. */
    boolean wasGone() {
        return !isClean && stage == Stage.BEFORE && (refusal == 0 || refusal == CLOSING);
    }

    @Override
    protected void helo(@Nullable String domain) throws MessagingException {
        // An old server has refused EHLO, which is no refusal of anything else.
        refusal = 0;
        super.helo(domain);
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] addresses) throws MessagingException {
        stage = Stage.BEFORE;
        refusal = 0;
        held.clear();
        announced = List.of();
        isAnswerHeld = false;
        isClean = false;
        super.sendMessage(message, addresses);
        isClean = true;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = held.isEmpty() ? Stage.RECIPIENT : stage;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = held.isEmpty() ? Stage.DATA : stage;
        var line = super.data();
        stage = Stage.CONTENT;
        return line;
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if ((command.startsWith("MAIL ") || command.startsWith("RCPT ")) && supportsExtension("PIPELINING")) {
            held.add(command);
            isAnswerHeld = true;
            return;
        }
        announced = List.copyOf(held);
        held.clear();
        for (var before : announced) {
            super.sendCommand(before);
        }
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (isAnswerHeld) {
            isAnswerHeld = false;
            return OK;
        }
        var together = announced;
        announced = List.of();
        return together.isEmpty() ? heard() : heard(together);
    }

    /** The first answer that is not what it should be, else that to the last command. */
    private int heard(List<String> together) throws MessagingException {
        var failed = OK;
        var failedAt = stage;
        for (var command : together) {
            stage = command.startsWith("MAIL ") ? Stage.BEFORE : Stage.RECIPIENT;
            var code = heard();
            if (failed == OK && code != OK && code != FORWARDED) {
                failed = code;
                failedAt = stage;
            }
            if (code < 0) {
                stage = failedAt;
                return failed;
            }
        }
        stage = Stage.DATA;
        var last = heard();
        if (failed == OK) {
            return last;
        }
        if (last == GO_ON) {
            // It listens although there is nobody to take the message for.
            super.sendCommand(".");
            var unused = heard();
        }
        stage = failedAt;
        return failed;
    }

    private int heard() throws MessagingException {
        var code = super.readServerResponse();
        if (refusal == 0 && code >= 400) {
            refusal = code;
        }
        return code;
    }
}
