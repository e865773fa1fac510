package org.moutracker.notifications.verification;

/** As much of an address as lets its owner, or whoever has typed it, know it again: {@code a…@health.example}. */
final class MaskedAddress {

    private MaskedAddress() {}

    static String of(String address) {
        var text = address.strip();
        var at = text.lastIndexOf('@');
        if (at < 0) {
            return "…";
        }
        var first = at > 1 ? text.substring(0, text.offsetByCodePoints(0, 1)) : "";
        return first + "…" + text.substring(at);
    }
}
