package org.moutracker.notifications.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Step;

/**
 * What a digest says, as it was when it was written, so that a repeat says the same.
 *
 * @param zone by whose clocks the reader lives
 * @param day on which it was written, there
 * @param until when the next one comes; null when none does
 * @param news what has come since the last one and could wait
 * @param coming what is due until the next one and is not among the news
 * @param overdue what was over when it was taken over from older records, and is open still
 */
public record DigestContent(
        Language language,
        String zone,
        LocalDate day,
        @Nullable Instant until,
        Section news,
        Section coming,
        Section overdue) {

    /** As many as one part of a digest lists; nobody reads more. */
    public static final int LISTED = 50;

    /** A part of it: those that are listed, the nearest day first, and how many there are. */
    public record Section(int count, List<Item> first) {

        public static Section of(List<Item> items) {
            return new Section(
                    items.size(),
                    items.stream().sorted(Item.NEAREST_FIRST).limit(LISTED).toList());
        }

        int unlisted() {
            return count - first.size();
        }
    }

    /**
     * A deadline.
     *
     * @param step the step that has come; null when none has
     */
    public record Item(
            UUID deadlineId,
            String title,
            @Nullable String agreement,
            @Nullable String group,
            LocalDate lastDay,
            @Nullable String step) {

        static final Comparator<Item> NEAREST_FIRST =
                Comparator.comparing(Item::lastDay).thenComparing(Item::deadlineId);

        public static Item of(UUID deadline, AlertContent content, @Nullable Step step) {
            return new Item(
                    deadline,
                    content.title(),
                    content.reference() == null ? content.agreementTitle() : content.reference(),
                    content.groupName(),
                    content.lastDay(),
                    step == null ? null : step.toString());
        }
    }

    @JsonIgnore
    public boolean isEmpty() {
        return count() == 0;
    }

    int count() {
        return news.count() + coming.count() + overdue.count();
    }
}
