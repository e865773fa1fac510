package org.moutracker.notifications.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;

/** A mail as it goes over the line, byte for byte, and whom it goes to. */
public final class Mail {

    private final InternetAddress to;
    private final byte[] message;

    Mail(InternetAddress to, byte[] message) {
        this.to = to;
        this.message = message;
    }

    public InternetAddress to() {
        return to;
    }

    public void writeTo(OutputStream line) throws IOException {
        line.write(message);
    }
}
