package org.moutracker.notifications.delivery;

import java.util.List;
import java.util.UUID;

/** The mail server has taken these messages, each of which carries a letter; told within the transaction that settles them. */
public record LettersAccepted(List<UUID> deliveries) {}
