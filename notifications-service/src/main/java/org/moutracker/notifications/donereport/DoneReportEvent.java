package org.moutracker.notifications.donereport;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What this service tells others of done reports. */
sealed interface DoneReportEvent extends Event {

    Topic TOPIC = Topic.of("mou.done-reports.v1", "mou.done-reports.state.v1", "done-reports");

    @Override
    DoneReportState state();

    @Override
    default String noun() {
        return "done-report";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Whoever answers for it says that it is done. */
    record DoneReportConfirmed(DoneReportState state) implements DoneReportEvent {}
}
