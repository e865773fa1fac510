package org.moutracker.platform.problem;

import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why a token was refused, in words that say nothing of what stands in it. */
final class TokenRefusal {

    private TokenRefusal() {}

    static String of(Throwable refused) {
        for (var cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return words(invalid.getErrorDetails()).orElse("the token cannot be read");
            }
        }
        return "the token cannot be read";
    }

    private static Optional<String> words(List<ErrorCodeValidator.Error> errors) {
        return errors.stream()
                .map(error -> switch (error.getErrorCode()) {
                    case ErrorCodes.EXPIRED -> "the token has expired";
                    case ErrorCodes.EXPIRATION_MISSING -> "the token never expires";
                    case ErrorCodes.NOT_YET_VALID, ErrorCodes.ISSUED_AT_INVALID_FUTURE -> "the token is not valid yet";
                    case ErrorCodes.AUDIENCE_MISSING, ErrorCodes.AUDIENCE_INVALID -> "the token is for somebody else";
                    case ErrorCodes.ISSUER_MISSING, ErrorCodes.ISSUER_INVALID ->
                        "the token is from somebody whom nobody trusts here";
                    case ErrorCodes.SIGNATURE_MISSING, ErrorCodes.SIGNATURE_INVALID ->
                        "the token is not signed by whom we trust";
                    case ErrorCodes.SUBJECT_MISSING, ErrorCodes.SUBJECT_INVALID -> "the token is nobody's";
                    default -> "the token is not valid";
                })
                .findFirst();
    }
}
