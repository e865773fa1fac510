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
        var text = read(page, "page.css");
        return new Stylesheet(
                text,
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action %s; frame-ancestors 'none'"
                        .formatted(digest(text), forms.source));
    }

    /** The same for a page that has a script, too. */
    public Scripted with(Class<?> page) {
        return new Scripted(this, read(page, "page.js"));
    }

    /**
     * What a page with a script may do: run the {@code page.js} that lies beside a class, which stands in the page, and ask
     * us for what is new.
     */
    public record Scripted(Stylesheet sheet, String script) {

        public String policy() {
            return sheet.policy() + "; script-src 'sha256-%s'; connect-src 'self'".formatted(digest(script));
        }
    }

    private static String read(Class<?> page, String name) {
        try (var file = page.getResourceAsStream(name)) {
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
