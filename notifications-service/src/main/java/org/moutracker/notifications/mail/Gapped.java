package org.moutracker.notifications.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text for many readers, encoded once, with gaps for what each of them is told alone. */
final class Gapped {

    private static final Pattern LINES = Pattern.compile("(?<=\n)");

    // Says that the line goes on, wherever it stands (RFC 2045, 6.7): so what is encoded apart can be put together.
    private static final String JOINT = "=\r\n";

    /** What the text is made of, in order. */
    private sealed interface Piece {

        /** The same for all. */
        record Fixed(Encoded quoted) implements Piece {}

        record Open(Gap gap) implements Piece {}

        /** A line about one of those whom the mail names. */
        record About(int peer, Encoded quoted) implements Piece {}
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder unwritten = new StringBuilder();

    private Gapped() {}

    static Gapped of(String text) {
        var gapped = new Gapped();
        LINES.splitAsStream(text).forEach(gapped::read);
        gapped.write();
        return gapped;
    }

    /** For one reader: nothing in it is taken for a gap. */
    static Gapped without(String text) {
        var whole = new Gapped();
        whole.unwritten.append(text);
        whole.write();
        return whole;
    }

    private void read(String line) {
        var peer = line.chars().filter(c -> Gap.isPeer((char) c)).findFirst();
        if (peer.isPresent()) {
            var sign = (char) peer.getAsInt();
            write();
            pieces.add(new Piece.About(Gap.place(sign), QuotedPrintable.of(line.replace(String.valueOf(sign), ""))));
            return;
        }
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (Gap.isSign(c)) {
                write();
                pieces.add(new Piece.Open(Gap.of(c)));
            } else {
                unwritten.append(c);
            }
        }
    }

    private void write() {
        if (!unwritten.isEmpty()) {
            pieces.add(new Piece.Fixed(QuotedPrintable.of(unwritten.toString())));
            unwritten.setLength(0);
        }
    }

    /** The whole text for one reader. */
    Encoded fill(Personal told) {
        var written = new StringBuilder();
        for (var piece : pieces) {
            var next =
                    switch (piece) {
                        case Piece.Fixed fixed -> fixed.quoted().ascii();
                        case Piece.Open open ->
                            QuotedPrintable.of(told.in(open.gap())).ascii();
                        case Piece.About about ->
                            about.peer() == told.place() ? "" : about.quoted().ascii();
                    };
            if (!next.isEmpty() && !written.isEmpty() && written.charAt(written.length() - 1) != '\n') {
                written.append(JOINT);
            }
            written.append(next);
        }
        return new Encoded(written.toString());
    }
}
