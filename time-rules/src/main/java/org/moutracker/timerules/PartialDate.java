package org.moutracker.timerules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as far as the sources tell it, written in EDTF (ISO 8601-2): {@code 2025-09-17}, {@code 2020-09}, {@code 2020},
 * {@code 201X}, {@code 2009-XX-21}, {@code ../2020-09-22}, {@code 2020-01/2020-03}, and {@code 2020-09-22~} (about),
 * {@code ?} (uncertain) or {@code %} (both). Two are equal when they are written alike.
 *
 * <p>{@code PartialDate.parse("2009-XX-21").day()} is empty: the month is never guessed.
 */
public final class PartialDate {

    private final String text;
    private final @Nullable LocalDate earliest;
    private final @Nullable LocalDate latest;
    private final boolean qualified;

    PartialDate(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest, boolean qualified) {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
        this.qualified = qualified;
    }

    /**
     * Reads EDTF.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static PartialDate parse(String text) {
        return EdtfReader.read(text);
    }

    public static PartialDate of(LocalDate day) {
        return EdtfReader.read(day.toString());
    }

    /** The day, only when it is known exactly. */
    public Optional<LocalDate> day() {
        return !qualified && earliest != null && earliest.equals(latest) ? Optional.of(earliest) : Optional.empty();
    }

    /** The first day that it can be, as written; empty when the source sets no bound. */
    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(earliest);
    }

    /** The last day that it can be, as written; empty when the source sets no bound. */
    public Optional<LocalDate> latest() {
        return Optional.ofNullable(latest);
    }

    /** Marked as approximate or uncertain: its bounds are good enough to sort by, and not to reason from. */
    boolean isQualified() {
        return qualified;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialDate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text that it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
