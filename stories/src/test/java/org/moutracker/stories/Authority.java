package org.moutracker.stories;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.smallrye.certs.ca.CaGenerator;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.moutracker.localstack.Certificates;

/** Vouches for servers of this machine; another one of the same name is a stranger. */
record Authority(X509Certificate certificate, PrivateKey key) {

    /** A new one, whose own certificate is in that folder. */
    static Authority in(Certificates folder) throws Exception {
        var keys = folder.folder().resolve("ca-keystore.p12");
        var generator = new CaGenerator(
                folder.authority().toFile(),
                folder.folder().resolve("ca.key").toFile(),
                keys.toFile(),
                Certificates.PASSWORD);
        var certificate = generator.generate("An authority", null, null, null, null, null);
        generator.generateTrustStore(folder.authorityStore().toFile());
        var store = KeyStore.getInstance(keys.toFile(), Certificates.PASSWORD.toCharArray());
        var key = store.getKey(CaGenerator.KEYSTORE_KEY_ENTRY, Certificates.PASSWORD.toCharArray());
        return new Authority(certificate, (PrivateKey) key);
    }

    /** Gives a server a new key, and a certificate for it, in place of those that it has. */
    void vouchFor(String server, Certificates folder) throws Exception {
        var request = new CertificateRequest()
                .withName(server)
                .withCN("localhost")
                .withSubjectAlternativeName("IP:127.0.0.1")
                .withFormats(List.of(Format.PEM, Format.PKCS12))
                .withPassword(Certificates.PASSWORD)
                .signedWith(certificate, key);
        new CertificateGenerator(folder.folder(), true).generate(request);
        // PostgreSQL takes no key that others can read.
        Files.setPosixFilePermissions(folder.key(server), fromString("rw-------"));
    }
}
