package org.moutracker.workinggroups.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.Received;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.deadline.LookAround;

/**
 * Tells what a change would move before anybody makes it. The change is really made, by the code that follows real ones,
 * in a transaction that is then given up: so what is told is what would happen.
 */
@Path("/api/v1/deadline-impacts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
class ImpactResource {

    private final Agreements agreements;
    private final FollowAgreements follow;
    private final LookAround lookAround;
    private final InstantSource clock;

    ImpactResource(Agreements agreements, FollowAgreements follow, LookAround lookAround, InstantSource clock) {
        this.agreements = agreements;
        this.follow = follow;
        this.lookAround = lookAround;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask what would move",
            description =
                    "Supposes a corrected date, a suspension, or other rules (as by an amendment) of one agreement, and"
                            + " tells which deadlines would move, from when to when, also those of other agreements that count"
                            + " from them. Nothing is stored and nobody is told. What a revision of a calendar would move is"
                            + " asked of the calendar.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Supposed.class),
                            examples = {
                                @ExampleObject(name = "CorrectedDate", ref = "#/components/examples/CorrectedDate"),
                                @ExampleObject(name = "Suspended", ref = "#/components/examples/Suspended"),
                                @ExampleObject(name = "Amended", ref = "#/components/examples/Amended")
                            }))
    public Impact askWhatWouldMove(@NotNull @Valid Supposed supposed) {
        QuarkusTransaction.begin();
        try {
            return impact(supposed);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Impact impact(Supposed supposed) {
        var recorded = agreements.known(List.of(supposed.agreementId())).get(supposed.agreementId());
        if (recorded == null) {
            throw new InvalidRequest("agreementId", "is not known");
        }
        var commitments = agreements.commitments(List.of(recorded.id()));
        var before = lookAround.at(recorded.id());
        follow.suppose(supposed.of(recorded), supposed.of(commitments), cause(recorded.id()));
        return Impact.of(before, lookAround.at(recorded.id()));
    }

    private Received<?> cause(UUID agreement) {
        return new Received<>(
                Ids.next(),
                "mou.agreement.supposed.v1",
                agreement.toString(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                null);
    }
}
