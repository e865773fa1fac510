package org.moutracker.workinggroups.meeting;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.moutracker.workinggroups.workinggroup.PersonalWords;

/** Forgets what somebody wrote with the answers to invitations; the answers stay. Nobody was told of it, so nobody is now. */
@ApplicationScoped
class ForgetComments implements PersonalWords {

    private final EntityManager database;

    ForgetComments(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional(MANDATORY)
    public void forget(UUID person) {
        database.createNativeQuery("""
                        UPDATE meeting SET version = version + 1, invitees = (
                            SELECT jsonb_agg(CASE WHEN invitee ->> 'personId' = ?1
                                THEN invitee || '{"comment": null}' ELSE invitee END ORDER BY place)
                            FROM jsonb_array_elements(invitees) WITH ORDINALITY AS one (invitee, place))
                        WHERE invitees @> jsonb_build_array(jsonb_build_object('personId', ?1))
                          AND EXISTS (SELECT FROM jsonb_array_elements(invitees) AS invitee
                                      WHERE invitee ->> 'personId' = ?1 AND invitee ->> 'comment' IS NOT NULL)
                        """).setParameter(1, person.toString()).executeUpdate();
    }
}
