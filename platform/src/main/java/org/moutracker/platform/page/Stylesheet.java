package org.moutracker.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet, which stands in every page: nothing else is fetched, and a page that is kept looks the same.
 *
 * @param text what stands in the page
 * @param policy all that a browser may do with the page: apply this very style sheet, and send forms where they may go
 */
public record Stylesheet(String text, String policy) {

    /** Where forms may go. */
    public enum Forms {
        NOWHERE("'none'"),
        TO_US("'self'");

        private final String source;

        Forms(String source) {
            this.source = source;
        }
    }

    /** The {@code page.css} that lies beside a class. */
    public static Stylesheet beside(Class<?> page, Forms forms) {
        var text = read(page);
        return new Stylesheet(
                text,
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action %s; frame-ancestors 'none'"
                        .formatted(digest(text), forms.source));
    }

    private static String read(Class<?> page) {
        try (var file = page.getResourceAsStream("page.css")) {
            return new String(requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
