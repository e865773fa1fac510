package org.moutracker.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What links to pages are signed with ({@code mou.pages.key}), so that nobody but us can make one. What is signed twice has
 * the same signature (HMAC, RFC 2104, with SHA-256): a mail that is written anew says the same.
 */
public final class PageKey {

    private static final String ALGORITHM = "HmacSHA256";
    // Guessing must be hopeless: as many hexadecimal digits are 128 bits.
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    public PageKey(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException(
                    "mou.pages.key must have %d characters or more, made by chance".formatted(SHORTEST));
        }
        this.key = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * The signature of what a link says, in 43 characters that may stand in any address.
     *
     * @param purpose what the link is for: one for something else is never signed alike
     * @param parts what it says
     */
    public String sign(String purpose, List<String> parts) {
        var signed = new StringBuilder(line(purpose));
        parts.forEach(part -> signed.append(line(part)));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is that signature; it takes as long however wrong it is. */
    public boolean isGenuine(String purpose, List<String> parts, @Nullable String signature) {
        return signature != null
                && MessageDigest.isEqual(sign(purpose, parts).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    /** Every part says how long it is: no two links are signed alike. */
    private static String line(String part) {
        return part.length() + ":" + part + "\n";
    }
}
