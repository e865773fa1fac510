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
 * after a refusal it resets the connection, and when that breaks, it tells of the break alone. Where the server lets it, it
 * says from whom, to whom and that the content comes in one go (PIPELINING, RFC 2920), and waits once instead of three times.
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

    private static final int AGREED = 250;
    private static final int GO_ON = 354;
    private static final int REFUSED = 400;

    private Stage stage = Stage.BEFORE;

    /** What is said in one go with what follows it, in its order. */
    private final List<String> kept = new ArrayList<>();

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
        kept.clear();
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
    protected void sendCommand(String command) throws MessagingException {
        var goesOn = command.startsWith("MAIL FROM:") || command.startsWith("RCPT TO:");
        if (goesOn && supportsExtension("PIPELINING")) {
            kept.add(command);
            return;
        }
        for (var one : kept) {
            super.sendCommand(one);
        }
        super.sendCommand(command);
    }

    /** Of what was not said yet it is taken for granted that it will be agreed to. */
    @Override
    protected int readServerResponse() throws MessagingException {
        if (kept.isEmpty()) {
            return heard();
        }
        return stage == Stage.DATA ? heardAll() : AGREED;
    }

    /** The first refusal, or what the server says of the content. */
    private int heardAll() throws MessagingException {
        var said = List.copyOf(kept);
        kept.clear();
        for (var i = 0; i < said.size(); i++) {
            stage = said.get(i).startsWith("RCPT TO:") ? Stage.RECIPIENT : Stage.BEFORE;
            var code = heard();
            if (code >= REFUSED) {
                giveUp(said.size() - i);
                return code;
            }
        }
        stage = Stage.DATA;
        return heard();
    }

    /** Hears what is still to be answered; a server that waits for the content all the same is given none (RFC 2920, 3.1). */
    private void giveUp(int answers) throws MessagingException {
        var last = 0;
        for (var i = 0; i < answers; i++) {
            last = heard();
        }
        if (last == GO_ON) {
            super.sendCommand(".");
            heard();
        }
    }

    private int heard() throws MessagingException {
        var code = super.readServerResponse();
        if (refusal == 0 && code >= REFUSED) {
            refusal = code;
        }
        return code;
    }
}
