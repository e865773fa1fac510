package org.moutracker.platform.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many there are, as far as somebody counted.
 *
 * @param exact false where there are more
 */
@Schema(description = "How many there are on all pages; counted up to 10,000.")
public record Count(
        @Schema(required = true, examples = "417") long number,

        @Schema(required = true, description = "False where there are more than `number`")
        boolean exact) {

    /** Up to which number is counted: reading more rows than that takes longer than anybody waits for a page. */
    public static final int MOST = 10_000;

    /** Of what was counted up to one more than {@link #MOST}. */
    public static Count of(long counted) {
        return new Count(Math.min(counted, MOST), counted <= MOST);
    }
}
