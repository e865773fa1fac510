package org.moutracker.agreements.document;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.KnownAgreements.Known;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** What a document says of itself, as a caller enters it. */
@Schema(
        name = "DocumentForm",
        description =
                "What a document says of itself. Its bytes are uploaded afterwards, unless it is kept elsewhere, at a `uri`.")
record DocumentForm(
        @NotNull DocumentRole role,

        @NotBlank
        @Size(max = 35)
        @Schema(description = "BCP 47; mul for one text in several languages", examples = "zh-Hans")
        String language,

        @NotBlank @Size(max = 500) @Schema(examples = "Memorandum of Understanding on health cooperation, signed copy")
        String title,

        @Schema(nullable = true, description = "Whether the parties hold it for the text; false unless told") @Nullable
        Boolean authentic,

        @Schema(
                nullable = true,
                description =
                        "Whether it decides when the authentic texts differ; one document of an agreement does at most. "
                                + "False unless told")
        @Nullable
        Boolean prevailing,

        @NotNull Confidentiality confidentiality,

        @Size(max = 50)
        @Schema(
                nullable = true,
                description = "Whose it is when it is for one side; the side that you belong to",
                examples = "PK")
        @Nullable
        String side,

        @Pattern(regexp = "[0-9a-f]{64}", message = "must be the SHA-256 as 64 lower-case hexadecimal digits")
        @Schema(
                nullable = true,
                description = "SHA-256 of the file, which the upload must have; required for one that is elsewhere",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String sha256,

        @Size(max = 200)
        @Pattern(regexp = "[a-z0-9]+/[a-z0-9.+-]+", message = "must be a media type such as application/pdf")
        @Schema(
                nullable = true,
                description = "The file's type, which the upload must have",
                examples = "application/pdf")
        @Nullable
        String mediaType,

        @Min(1)
        @Max(ArrivingFile.MOST)
        @Schema(
                nullable = true,
                description = "The file's size in bytes, which the upload must have",
                examples = "183245")
        @Nullable
        Long size,

        @Size(min = 1, max = 200)
        @Pattern(regexp = FileName.PATTERN, message = "must not have controls, slashes or marks of direction")
        @Schema(
                nullable = true,
                description = "Under which name it is downloaded; made of the title unless told",
                examples = "MoU-health-2025.pdf")
        @Nullable
        String fileName,

        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Where it is kept, when that is not here",
                format = "uri",
                examples = "https://treaties.example.org/2025/health.pdf")
        @Nullable
        String uri,

        @Schema(nullable = true, description = "The document of the same agreement that this is a newer version of")
        @Nullable
        UUID replaces) {

    DocumentForm {
        authentic = requireNonNullElse(authentic, false);
        prevailing = requireNonNullElse(prevailing, false);
    }

    boolean isAuthentic() {
        return Boolean.TRUE.equals(authentic);
    }

    boolean isPrevailing() {
        return Boolean.TRUE.equals(prevailing);
    }

    /** Refuses what cannot be of that agreement, or from that caller. */
    void check(Known agreement, Viewpoint caller) {
        var wrong = new ArrayList<Violation>();
        if (Languages.usual(language).isEmpty()) {
            wrong.add(new Violation("language", "must be a BCP 47 tag such as ur or zh-Hans"));
        }
        if (isAuthentic() && role == DocumentRole.TRANSLATION) {
            wrong.add(new Violation("authentic", "must be false: what is authentic is no translation"));
        }
        if (isPrevailing() && !isAuthentic()) {
            wrong.add(new Violation("prevailing", "must be false unless the document is authentic"));
        }
        if (isPrevailing() && confidentiality == Confidentiality.SIDE) {
            wrong.add(new Violation("prevailing", "must be false: what one side keeps for itself decides nothing"));
        }
        side(wrong, agreement, caller);
        place(wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }

    private void side(List<Violation> wrong, Known agreement, Viewpoint caller) {
        if (confidentiality != Confidentiality.SIDE) {
            if (side != null) {
                wrong.add(new Violation("side", "must be left out unless the document is for one side"));
            }
        } else if (side == null || !agreement.sides().containsValue(side)) {
            wrong.add(new Violation("side", "must be a side of this agreement"));
        } else if (!caller.isOf(readers(agreement))) {
            wrong.add(new Violation("side", "must be the side that you belong to"));
        }
    }

    private void place(List<Violation> wrong) {
        if (uri == null) {
            if (mediaType != null && FileType.of(mediaType).isEmpty()) {
                wrong.add(new Violation("mediaType", "must be one of " + FileType.all()));
            }
        } else {
            if (!isWebAddress(uri)) {
                wrong.add(new Violation("uri", "must be an absolute http or https URI"));
            }
            if (sha256 == null) {
                wrong.add(new Violation("sha256", "must be there, so that what is elsewhere can be known again"));
            }
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The parties whose people may read it. */
    List<String> readers(Known agreement) {
        return agreement.sides().entrySet().stream()
                .filter(party -> confidentiality != Confidentiality.SIDE
                        || party.getValue().equals(side))
                .map(Map.Entry::getKey)
                .toList();
    }
}
