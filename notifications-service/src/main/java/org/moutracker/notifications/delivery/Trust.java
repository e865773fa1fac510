package org.moutracker.notifications.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Believes the certificates in a file, and those who are vouched for by them; nobody else, which a relay of one's own needs. */
final class Trust {

    private Trust() {}

    static SSLSocketFactory in(Path pem) {
        try (var file = Files.newInputStream(pem)) {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                known.setCertificateEntry(String.valueOf(known.size()), certificate);
            }
            if (known.size() == 0) {
                throw new IllegalStateException("mou.mail.trust names a file without certificates");
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("mou.mail.trust must name a readable PEM file of certificates", e);
        }
    }
}
