package org.moutracker.notifications.delivery;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server that knows how far a message came on it. The library's exceptions do not always say:
 * after a refusal it resets the connection, and when that breaks, it tells of the break alone.
 */
final class MailLine extends SMTPTransport {

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
        super.sendMessage(message, addresses);
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        var line = super.data();
        stage = Stage.CONTENT;
        return line;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        var code = super.readServerResponse();
        if (refusal == 0 && code >= 400) {
            refusal = code;
        }
        return code;
    }
}
