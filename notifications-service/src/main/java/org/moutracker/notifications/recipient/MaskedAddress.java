package org.moutracker.notifications.recipient;

/** As much of an address as lets its owner, or whoever has typed it, know it again: {@code a…@health.example}. */
public final class MaskedAddress {

    private MaskedAddress() {}

    public static String of(String address) {
        var text = address.strip();
        var at = text.lastIndexOf('@');
        if (at < 0) {
            return "…";
        }
        var first = at > 1 ? text.substring(0, text.offsetByCodePoints(0, 1)) : "";
        return first + "…" + text.substring(at);
    }
}
