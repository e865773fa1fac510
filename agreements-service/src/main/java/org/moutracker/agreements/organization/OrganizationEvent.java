package org.moutracker.agreements.organization;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of organizations beside what the agreements say; only of those about which something is new. */
sealed interface OrganizationEvent extends Event {

    Topic TOPIC = Topic.of("mou.organizations.v1", "organizations");

    @Override
    OrganizationState state();

    @Override
    default String noun() {
        return "organization";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Its name, variants, zone or calendar is another. */
    record OrganizationChanged(OrganizationState state) implements OrganizationEvent {}

    /** It turned out to be a duplicate of another. */
    record OrganizationMerged(OrganizationState state) implements OrganizationEvent {}

    /** It turned out to be no duplicate after all. */
    record OrganizationSeparated(OrganizationState state) implements OrganizationEvent {}

    /** Another stands in its place from a day on, or does not after all. */
    record OrganizationSucceeded(OrganizationState state) implements OrganizationEvent {}
}
