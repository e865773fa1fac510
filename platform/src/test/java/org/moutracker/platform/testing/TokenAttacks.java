package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.TestStack;

/** Ways to get in with a token that must not open anything. */
public final class TokenAttacks {

    private static final String NAME = "Authorization";

    private TokenAttacks() {}

    /**
     * An attack.
     *
     * @param because what the log says of it
     */
    public record Attack(String name, List<String> headers, String because) {

        static Attack bearer(String name, String token, String because) {
            return new Attack(name, List.of("Bearer " + token), because);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them, each made anew. */
    public static Stream<Attack> all() {
        try {
            var own = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            var good = TestStack.token("registrar");
            var untrusted = "not signed by whom we trust";
            return Stream.of(
                    Attack.bearer("no signature", jwt(Map.of("alg", "none"), claims()) + ".", ""),
                    Attack.bearer("a signature cut off", good.substring(0, good.lastIndexOf('.') + 1), ""),
                    Attack.bearer("another algorithm, with the public key as its secret", hmac(claims()), ""),
                    Attack.bearer("another key", rsa(own, Map.of("alg", "RS256"), claims()), untrusted),
                    Attack.bearer("another key that comes with the token", rsa(own, withKey(own), claims()), untrusted),
                    Attack.bearer(
                            "another key at an address",
                            rsa(own, Map.of("alg", "RS256", "jku", "http://127.0.0.1:9/keys", "kid", "x"), claims()),
                            untrusted),
                    Attack.bearer("other claims under the signature", swapped(good), untrusted),
                    Attack.bearer("another realm", signed("iss", "https://id.example/realms/other"), "nobody trusts"),
                    Attack.bearer("no realm", signed("iss", null), "nobody trusts"),
                    Attack.bearer("another audience", signed("aud", "another-application"), "somebody else"),
                    Attack.bearer("no audience", signed("aud", null), "somebody else"),
                    Attack.bearer("expired", signed("exp", at(Duration.ofMinutes(-5))), "expired"),
                    Attack.bearer("never expiring", signed("exp", null), "never expires"),
                    Attack.bearer("not valid yet", signed("nbf", at(Duration.ofMinutes(30))), "not valid yet"),
                    Attack.bearer("nobody's", signed("sub", null), "nobody's"),
                    Attack.bearer("huge", signed("padding", "x".repeat(10_000)) + "A", ""),
                    Attack.bearer("no token at all", "", ""),
                    Attack.bearer("not a token", "not.a.token", "not valid"),
                    Attack.bearer("two tokens in one header", good + ", Bearer " + good, ""),
                    new Attack("the header twice, with the same token", twice(good, good), "there are several"),
                    new Attack("the header twice, the good one first", twice(good, signed("exp", null)), ""),
                    new Attack("the header twice, the good one last", twice(signed("exp", null), good), ""),
                    new Attack(
                            "another scheme", List.of("Basic " + base64("registrar:registrar".getBytes(UTF_8))), ""));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It is refused with 401 and the challenge of RFC 6750, nothing of it is told, and the log says why. */
    public static void assertRefused(Attack attack, String method, String path) {
        try (var log = new AuditLog()) {
            var answer = RestAssured.given()
                    .headers(new Headers(attack.headers().stream()
                            .map(value -> new Header(NAME, value))
                            .toList()))
                    .contentType("application/json")
                    .request(method, path);

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(log.lines)
                    .singleElement()
                    .asString()
                    .contains("denied method=" + method, "path=" + path, "status=401", attack.because())
                    .doesNotContain("eyJ");
        }
    }

    /** What the audit has noted meanwhile. */
    public static final class AuditLog extends Handler implements AutoCloseable {

        private static final Logger LOG = Logger.getLogger("org.moutracker.audit");
        public final List<String> lines = new ArrayList<>();

        public AuditLog() {
            LOG.addHandler(this);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOG.removeHandler(this);
        }
    }

    private static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "mou-tracker-local");
        claims.put("aud", "mou-tracker");
        claims.put("sub", "somebody");
        claims.put("groups", List.of("registrar"));
        claims.put("iat", at(Duration.ofMinutes(-1)));
        claims.put("nbf", at(Duration.ofMinutes(-1)));
        claims.put("exp", at(Duration.ofHours(1)));
        return claims;
    }

    /** Claims with one of them changed or left out, and the right signature. */
    private static String signed(String claim, @Nullable Object value) {
        var claims = claims();
        claims.remove(claim);
        if (value != null) {
            claims.put(claim, value);
        }
        return TestStack.signed(claims);
    }

    private static long at(Duration fromNow) {
        return Instant.now().plus(fromNow).getEpochSecond();
    }

    private static List<String> twice(String first, String second) {
        return List.of("Bearer " + first, "Bearer " + second);
    }

    private static String swapped(String token) {
        var claims = claims();
        claims.put("groups", List.of("operator"));
        return token.substring(0, token.indexOf('.')) + "." + base64(json(claims))
                + token.substring(token.lastIndexOf('.'));
    }

    private static Map<String, Object> withKey(KeyPair pair) {
        var key = (RSAPublicKey) pair.getPublic();
        return Map.of(
                "alg",
                "RS256",
                "jwk",
                Map.of(
                        "kty", "RSA",
                        "e", base64(key.getPublicExponent().toByteArray()),
                        "n", base64(key.getModulus().toByteArray())));
    }

    private static String rsa(KeyPair pair, Map<String, Object> header, Map<String, Object> claims)
            throws GeneralSecurityException {
        var text = jwt(header, claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text + "." + base64(signature.sign());
    }

    private static String hmac(Map<String, Object> claims) throws GeneralSecurityException {
        var text = jwt(Map.of("alg", "HS256"), claims);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(TestStack.publicKey()), "HmacSHA256"));
        return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String jwt(Map<String, Object> header, Map<String, Object> claims) {
        return base64(json(header)) + "." + base64(json(claims));
    }

    private static byte[] json(Map<String, Object> json) {
        try {
            return new ObjectMapper().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
