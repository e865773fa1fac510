package org.moutracker.notifications.recipient;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What only the owner of a link can know: 256 bits made by chance. It is kept nowhere but in that link. */
public final class LinkToken {

    private static final int BYTES = 32;
    private static final String SHAPE = "[A-Za-z0-9_-]{43}";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final String text;

    private LinkToken(String text) {
        this.text = text;
    }

    public static LinkToken next() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one. */
    public static Optional<LinkToken> read(String text) {
        return text.matches(SHAPE) ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** As it stands in a link. */
    public String text() {
        return text;
    }

    /** What is kept of it, in hexadecimal digits: SHA-256, by which it is known again and cannot be found. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "LinkToken";
    }
}
