package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The name under which somebody saves a document, in every script and never as a second header. */
record FileName(String text) {

    /** What no name may have: line breaks and other controls, parts of a path, marks that turn the reading direction. */
    static final String PATTERN = "[^\\p{Cntrl}/\\\\\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+";

    private static final String FORBIDDEN = "[\\p{Cntrl}/\\\\\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]";
    private static final String ATTRIBUTE_MARKS = "!#$&+-.^_`|~";

    FileName {
        text = text.replaceAll(FORBIDDEN, "_");
    }

    /** The header that offers it (RFC 6266), also to whoever reads ASCII alone (RFC 8187). */
    String disposition() {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(), encoded());
    }

    private String ascii() {
        return text.replaceAll("[^A-Za-z0-9 ._-]", "_");
    }

    private String encoded() {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(UTF_8)) {
            var c = (char) (octet & 0xff);
            if (isPlain(c)) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || ATTRIBUTE_MARKS.indexOf(c) >= 0;
    }
}
