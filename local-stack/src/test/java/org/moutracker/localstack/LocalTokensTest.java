package org.moutracker.localstack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalTokensTest {
    @TempDir
    private static Path parent = Path.of("replaced before all tests");

    private final Path folder = parent.resolve("keys");

    @Test
    void are_signed_by_a_key_that_stays_the_same() throws Exception {
        var token = LocalTokens.in(folder).sign(TokenRequest.of("registrar"));
        var publicKey = LocalTokens.in(folder).publicKey();
        assertThat(isSignedBy(publicKey, token)).isTrue();
        assertThat(isSignedBy(publicKey, token.replaceFirst("\\.e", ".f"))).isFalse();
    }

    @Test
    void say_who_it_is_and_for_how_long() throws IOException {
        var request = TokenRequest.of("officer")
                .withParty("PK")
                .withName("Dr \"A\" Khan")
                .withValidFor(Duration.ofMinutes(5));
        var claims = claims(LocalTokens.in(folder).sign(request));
        assertThat(claims.get("iss").asText()).isEqualTo("mou-tracker-local");
        assertThat(claims.get("aud").asText()).isEqualTo("mou-tracker");
        assertThat(claims.get("sub").asText()).isEqualTo("dr-a-khan-pk");
        assertThat(claims.get("name").asText()).isEqualTo("Dr \"A\" Khan");
        assertThat(claims.get("groups")).hasToString("[\"officer\"]");
        assertThat(claims.get("party").asText()).isEqualTo("PK");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.get("nbf").asLong())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    }

    @Test
    void are_each_another() throws IOException {
        var tokens = LocalTokens.in(folder);
        var first = claims(tokens.sign(TokenRequest.of("member")));
        var second = claims(tokens.sign(TokenRequest.of("member")));
        assertThat(first.get("jti")).isNotEqualTo(second.get("jti"));
        assertThat(first.get("sub")).isEqualTo(second.get("sub"));
        assertThat(first.has("party")).isFalse();
    }

    @Test
    void come_from_keys_that_only_their_owner_reads() throws IOException {
        LocalTokens.in(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("private.key"))).isEqualTo("rw-------");
    }

    @Test
    void are_for_known_roles_only() {
        assertThatThrownBy(() -> TokenRequest.of("minister"))
                .hasMessage("There is no role \"minister\": the roles are "
                        + "registrar, officer, secretary, member, auditor, operator, integration");
        assertThatThrownBy(() -> TokenRequest.of("member").withValidFor(Duration.ZERO))
                .hasMessageContaining("must be valid for some time");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static boolean isSignedBy(String publicKey, String token) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
