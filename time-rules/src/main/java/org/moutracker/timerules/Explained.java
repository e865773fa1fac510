package org.moutracker.timerules;

/**
 * One step of the way to a date, for people to check.
 *
 * @param step what was done ({@code WITHIN P30D})
 * @param result the day that came out, or what is known of it ({@code 2025-10-17})
 * @param because one human sentence, without its full stop
 */
public record Explained(String step, String result, String because) {}
