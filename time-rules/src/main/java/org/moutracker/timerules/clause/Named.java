package org.moutracker.timerules.clause;

import java.util.List;
import java.util.stream.Stream;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;

/**
 * An anchor that is named in the text.
 *
 * @param remarks what was assumed in taking the words for it
 */
record Named(Anchor anchor, int next, List<String> remarks) {

    static Named of(AnchorEvent event, int next, String... remarks) {
        return new Named(new Anchor.Event(event), next, List.of(remarks));
    }

    Named until(int later) {
        return new Named(anchor, later, remarks);
    }

    boolean is(AnchorEvent event) {
        return anchor.equals(new Anchor.Event(event));
    }

    /** Both of them under one anchor. */
    Named and(Named other, boolean latest, int later) {
        var both = List.of(anchor, other.anchor);
        return new Named(
                latest ? new Anchor.AllOf(both) : new Anchor.AnyOf(both),
                later,
                Stream.concat(remarks.stream(), other.remarks.stream()).toList());
    }
}
