package org.moutracker.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Signs bearer tokens with a key pair of this stack alone, which its services trust and no other. */
public final class LocalTokens {
    public static final String ISSUER = "mou-tracker-local";
    public static final String AUDIENCE = "mou-tracker";

    private static final int BITS = 2048;
    private static final String PRIVATE = "private.key";
    private static final String PUBLIC = "public.key";

    private final PrivateKey privateKey;
    private final String publicKey;

    private LocalTokens(PrivateKey privateKey, String publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The key pair in that folder, made if there is none. */
    public static LocalTokens in(Path folder) throws IOException {
        try {
            if (Files.notExists(folder.resolve(PRIVATE))) {
                generate(folder);
            }
            var bytes = Base64.getDecoder()
                    .decode(Files.readString(folder.resolve(PRIVATE)).strip());
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return new LocalTokens(key, Files.readString(folder.resolve(PUBLIC)).strip());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key pair in %s cannot be read".formatted(folder), e);
        }
    }

    /** Base64 of the X.509 form, without armour: what {@code quarkus.oidc.public-key} takes. */
    public String publicKey() {
        return publicKey;
    }

    /** Tokens live in real time, however domain time is simulated. */
    public String sign(TokenRequest request) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", request.subject());
        claims.put("name", request.name());
        claims.put("groups", request.roles());
        request.party().ifPresent(party -> claims.put("party", party));
        request.mail().ifPresent(address -> {
            claims.put("email", address);
            claims.put("email_verified", true);
        });
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(request.validFor()).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return sign(claims);
    }

    /** Signs whatever it is told to, so that tests see what is refused though the signature is right. */
    String sign(Map<String, Object> claims) {
        var signed = base64(Map.of("alg", "RS256", "typ", "JWT")) + "." + base64(claims);
        return signed + "." + signature(signed);
    }

    private String signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(text.getBytes(UTF_8));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both keys appear together, also when two processes make a pair at the same time. */
    private static void generate(Path folder) throws IOException, GeneralSecurityException {
        var parent = requireNonNull(folder.toAbsolutePath().getParent());
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var pair = generator.generateKeyPair();
        var encoder = Base64.getEncoder();
        var next = Files.createTempDirectory(parent, "keys");
        PrivateFiles.write(
                next.resolve(PUBLIC), encoder.encodeToString(pair.getPublic().getEncoded()));
        PrivateFiles.write(
                next.resolve(PRIVATE), encoder.encodeToString(pair.getPrivate().getEncoded()));
        try {
            Files.move(next, folder, ATOMIC_MOVE);
        } catch (FileSystemException someoneWasFaster) {
            Folders.delete(next);
        }
    }

    private static String base64(Map<String, Object> json) {
        try {
            return base64(new ObjectMapper().writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
