package org.moutracker.workinggroups.page;

/**
 * Text that somebody has entered, as a page shows it. A character that turns the direction of writing would reach beyond
 * the name that it stands in; markup needs no care here, since templates escape it.
 */
final class ShownText {

    private ShownText() {}

    static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !isHarmful(point))
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            // Urdu and Persian words need the two joiners.
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            case Character.CONTROL -> !Character.isWhitespace(point);
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
