package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A folder with a certificate for each server of the stack, and that of the authority which vouches for them. */
public record Certificates(Path folder) {
    /** What Java's own trust store goes by. It keeps nothing secret: whoever may read a file of keys has the keys. */
    public static final String PASSWORD = "changeit";

    /** Whom everybody believes, as PEM. */
    public Path authority() {
        return folder.resolve("ca.crt");
    }

    /** The same for what only takes a key store. */
    public Path authorityStore() {
        return folder.resolve("ca.p12");
    }

    /** What a server shows, as PEM. */
    Path certificate(String server) {
        return folder.resolve(server + ".crt");
    }

    /** Its private key, as PEM without a password. */
    public Path key(String server) {
        return folder.resolve(server + ".key");
    }

    /** Both for a server in Java. */
    public Path keyStore(String server) {
        return folder.resolve(server + "-keystore.p12");
    }

    /** Who believes that server alone. */
    Path trustStore(String server) {
        return folder.resolve(server + "-truststore.p12");
    }

    /** For a client that believes the authority. */
    public SSLContext believing() throws IOException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(read(authorityStore()));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("%s cannot be used".formatted(authorityStore()), e);
        }
    }

    /** For a server that shows its own. */
    public SSLContext showing(String server) throws IOException {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(read(keyStore(server)), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("%s cannot be used".formatted(keyStore(server)), e);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
