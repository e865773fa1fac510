package org.moutracker.agreements.progress;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.commitment.history.CommitmentHistory;
import org.moutracker.agreements.commitment.history.EntryKind;
import org.moutracker.agreements.commitment.history.EntryView;
import org.moutracker.platform.http.Idempotency;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Page;
import org.moutracker.platform.paging.Pages;
import org.moutracker.platform.problem.NotFound;

@Path("/api/v1/commitments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Progress",
        description =
                "What the sides report about a commitment, how others take it, and what came of it; only added to.")
class ProgressResource {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String KEY = "Makes a repeat of this request safe for 24 hours";

    private final ReviewCommitment review;
    private final CommitmentRepository commitments;
    private final CommitmentHistory history;
    private final Idempotency idempotency;

    ProgressResource(
            ReviewCommitment review,
            CommitmentRepository commitments,
            CommitmentHistory history,
            Idempotency idempotency) {
        this.review = review;
        this.commitments = commitments;
        this.history = history;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/reports")
    @Transactional
    @Operation(
            summary = "Report on a commitment",
            description =
                    "PROGRESS makes it IN_PROGRESS; FULFILLED makes it REPORTED_FULFILLED, and FULFILLED once every side that "
                            + "it concerns has reported or confirmed that. After a dispute a report begins anew, and a side "
                            + "that reports progress takes back that it had reported it fulfilled.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment with what follows from the report",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response report(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReportForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.report(id, ifMatch, form)));
    }

    @POST
    @Path("/confirmations")
    @Transactional
    @Operation(
            summary = "Confirm that a commitment is fulfilled",
            description =
                    "By another side than the one that reported it; FULFILLED once every side that it concerns has "
                            + "reported or confirmed it. A side that disputed it can confirm it in the end.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment with what follows from the confirmation",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response confirm(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ConfirmationForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.confirm(id, ifMatch, form)));
    }

    @POST
    @Path("/notices")
    @Transactional
    @Operation(
            summary = "Record that a side was told",
            description =
                    "That a side was told that another one reported the commitment fulfilled, with what shows it. Where it "
                            + "was agreed that silence confirms, that side confirms by itself once it was silent for the "
                            + "agreed time from that day, on its own clock; `silence` says when. A dispute ends that, and a "
                            + "new report must be told anew. Who was told already stays told from the first day.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment with the time from which silence confirms",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response tell(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NoticeForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.tell(id, ifMatch, form)));
    }

    @POST
    @Path("/disputes")
    @Transactional
    @Operation(
            summary = "Dispute that a commitment is fulfilled",
            description =
                    "By another side than the one that reported it. It is DISPUTED until there is a next report, or that "
                            + "side confirms it after all; its deadline stays as it is.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment with what follows from the dispute",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response dispute(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DisputeForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.dispute(id, ifMatch, form)));
    }

    @POST
    @Path("/outcomes")
    @Transactional
    @Operation(
            summary = "Record what came of a commitment",
            description =
                    "As all sides that it concerns say together, with the word of each: it is closed. Without the word of "
                            + "all it is answered with 409 and whose is missing.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment as it is closed",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response conclude(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid OutcomeForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.conclude(id, ifMatch, form)));
    }

    @POST
    @Path("/corrections")
    @Transactional
    @Operation(
            summary = "Take back that the sides closed a commitment",
            description =
                    "When the last confirmation or the outcome was recorded by mistake: it stands where it stood before, "
                            + "or where its agreement puts it. What was recorded stays in its history.")
    @APIResponse(
            responseCode = "201",
            description = "The commitment as it counts again",
            content = @Content(schema = @Schema(implementation = CommitmentState.class)))
    public Response correct(
            @PathParam("id") UUID id,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = Versions.IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CorrectionForm form,
            @Context UriInfo uri) {
        return idempotency.once(key, uri, form, () -> created(review.correct(id, ifMatch, form)));
    }

    @GET
    @Path("/reports")
    @Operation(summary = "List reports", description = "On one commitment, in the order of recording.")
    public RestResponse<Page<EntryView>> reports(
            @PathParam("id") UUID id,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return page(id, EntryKind.REPORTS, limit, cursor, uri);
    }

    @GET
    @Path("/history")
    @Operation(
            summary = "Read the history of a commitment",
            description =
                    "Reports, notices, confirmations, disputes, outcomes and corrections, and what silence, and what deadlines and decisions did, in "
                            + "the order of recording. What its agreement does to it stands in the agreement's ledger.")
    public RestResponse<Page<EntryView>> history(
            @PathParam("id") UUID id,
            @Parameter(description = "Only entries of this kind") @QueryParam("kind") @Nullable EntryKind kind,
            @Parameter(description = "How many, 1 to 200; 50 unless told") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "The page before's `next`") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return page(id, kind == null ? EntryKind.ALL : Set.of(kind), limit, cursor, uri);
    }

    private RestResponse<Page<EntryView>> page(
            UUID id, Set<EntryKind> kinds, @Nullable Integer limit, @Nullable String cursor, UriInfo uri) {
        var size = Pages.limit(limit);
        var after = Optional.ofNullable(cursor)
                .map(text -> Cursor.parse(text, 1).uuid(0))
                .orElse(FIRST);
        if (commitments.agreementOf(id).isEmpty()) {
            throw new NotFound("commitment");
        }
        return Pages.of(
                history.page(id, kinds, after, size + 1), size, CommitmentHistory::position, EntryView::of, uri);
    }

    private static Response created(CommitmentState commitment) {
        return Versions.created("/api/v1/commitments/" + commitment.id(), commitment, commitment.version());
    }
}
