package org.moutracker.workinggroups.person;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;

/** Reads persons and changes how they can be reached. */
@Path("/api/v1/people/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Who sits in groups, and how to reach them.")
class PersonResource {

    private final People people;
    private final PersonPatch patch;
    private final Outbox outbox;

    PersonResource(People people, PersonPatch patch, Outbox outbox) {
        this.people = people;
        this.patch = patch;
        this.outbox = outbox;
    }

    @GET
    @Operation(
            summary = "Read a person",
            description = "Who it is and how to reach them. Of somebody who is erased a pseudonym is left.")
    public RestResponse<Person> readPerson(@PathParam("id") UUID id) {
        return answer(people.version(id));
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Transactional
    @Operation(
            summary = "Change how a person can be reached",
            description =
                    "A JSON merge patch (RFC 7396) of name, mail address, language, zone and channels. It holds in every"
                            + " group. Mails go to a new address only once it is verified."
                            + " An address by which somebody else is known is refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"language\": \"ar\", \"zone\": \"Asia/Hebron\"}"))
    public RestResponse<Person> changePerson(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode changes) {
        var known = people.lock(id);
        Versions.require(ifMatch, known.number());
        people.change(patch.apply(changes, known.person())).ifPresent(outbox::publish);
        return answer(people.version(id));
    }

    private static RestResponse<Person> answer(People.Version version) {
        return RestResponse.ResponseBuilder.ok(version.person())
                .header("ETag", Versions.etag(version.number()))
                .build();
    }
}
