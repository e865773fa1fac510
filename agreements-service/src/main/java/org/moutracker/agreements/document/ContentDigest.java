package org.moutracker.agreements.document;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** The digest of a body as its header says it (RFC 9530). Only SHA-256 is looked at. */
record ContentDigest(String sha256) {

    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?=,|$)");
    private static final Pattern NAMED = Pattern.compile("(?:^|,)\\s*sha-256\\s*=");

    /** Reads the header; null when it says nothing of SHA-256. */
    static @Nullable ContentDigest of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var found = SHA_256.matcher(header);
        if (found.find()) {
            return new ContentDigest(
                    HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))));
        }
        if (NAMED.matcher(header).find()) {
            throw new InvalidRequest("Content-Digest", "must have sha-256 as Base64 between colons (RFC 9530)");
        }
        return null;
    }

    void accept(ArrivingFile file) {
        if (!sha256.equals(file.sha256())) {
            throw new InvalidRequest("Content-Digest", "is not that of what arrived");
        }
    }

    /** The header that says it of a whole file with this hash. */
    static String header(String sha256) {
        return "sha-256=:%s:"
                .formatted(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)));
    }
}
