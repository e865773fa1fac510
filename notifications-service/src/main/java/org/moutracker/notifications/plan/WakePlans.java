package org.moutracker.notifications.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.notifications.agreement.AgreementsChanged;
import org.moutracker.notifications.calendar.CalendarsChanged;
import org.moutracker.notifications.contactpoint.ContactPoints;
import org.moutracker.notifications.contactpoint.ContactPointsChanged;
import org.moutracker.notifications.nocontact.NoContactChanged;
import org.moutracker.notifications.organization.Organizations;
import org.moutracker.notifications.organization.OrganizationsChanged;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.notifications.responsibility.ResponsibilitiesChanged;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.workinggroup.WorkingGroupsChanged;

/**
 * Wakes plans when something that they depend on has changed, so that they are worked out anew. Each kind of news wakes all
 * that it concerns in one statement: two would lock in two orders.
 */
@ApplicationScoped
class WakePlans {

    private static final String OF_AGREEMENTS = "SELECT id FROM deadline WHERE agreement_id = ANY (?)";

    private static final String OF_ORGANIZATIONS = """
            SELECT deadline.id FROM deadline JOIN agreement ON agreement.id = deadline.agreement_id
            WHERE agreement.organizations && ?
            """;

    private final Plans plans;
    private final Organizations organizations;
    private final ContactPoints contactPoints;

    WakePlans(Plans plans, Organizations organizations, ContactPoints contactPoints) {
        this.plans = plans;
        this.organizations = organizations;
        this.contactPoints = contactPoints;
    }

    void on(@Observes WorkingGroupsChanged groups) {
        plans.wake("SELECT id FROM deadline WHERE working_group_id = ANY (?)", Column.ids(groups.ids()));
    }

    void on(@Observes PeopleChanged people) {
        var ids = Column.ids(people.ids());
        plans.wake("""
                SELECT deadline.id FROM deadline JOIN member ON member.group_id = deadline.working_group_id
                WHERE member.person_id = ANY (?)
                UNION ALL
                SELECT deadline.id FROM deadline JOIN officer USING (agreement_id) WHERE officer.person_id = ANY (?)
                UNION ALL
                """ + OF_ORGANIZATIONS, ids, ids, related(contactPoints.organizations(people.ids())));
    }

    void on(@Observes AgreementsChanged agreements) {
        plans.wake(OF_AGREEMENTS, Column.ids(agreements.ids()));
    }

    void on(@Observes ResponsibilitiesChanged responsibilities) {
        plans.wake(OF_AGREEMENTS, Column.ids(responsibilities.agreements()));
    }

    void on(@Observes CalendarsChanged calendars) {
        plans.wake("""
                SELECT deadline.id FROM deadline JOIN agreement ON agreement.id = deadline.agreement_id
                WHERE agreement.calendars && ?
                """, Column.texts(calendars.authorities()));
    }

    void on(@Observes ContactPointsChanged points) {
        plans.wake(OF_ORGANIZATIONS, related(points.organizations()));
    }

    void on(@Observes OrganizationsChanged changed) {
        plans.wake(OF_ORGANIZATIONS, related(changed.ids()));
    }

    void on(@Observes NoContactChanged changed) {
        plans.wake(
                OF_AGREEMENTS + " UNION ALL " + OF_ORGANIZATIONS,
                Column.ids(Stream.ofNullable(changed.agreementId()).toList()),
                related(Stream.ofNullable(changed.organizationId()).toList()));
    }

    /** An organization can stand in the place of another, or be the same: whatever concerns one concerns all of these. */
    private Column related(Collection<UUID> ids) {
        return Column.ids(organizations.related(ids));
    }
}
