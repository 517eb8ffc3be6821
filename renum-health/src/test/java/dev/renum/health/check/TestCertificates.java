package dev.renum.health.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of a test's own and certificates that it has signed, made by the keytool of the JDK. */
final class TestCertificates {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path file;

    private TestCertificates(Path file) {
        this.file = file;
    }

    static TestCertificates in(Path folder) throws IOException, InterruptedException {
        TestCertificates certificates = new TestCertificates(folder.resolve("keys.p12"));
        certificates.generate(AUTHORITY, "-ext", "bc:c", "-startdate", "-2400H", "-validity", "200");
        return certificates;
    }

    /** One for {@code host} that began {@code ago} days of 24 hours ago and lasts {@code days} from then on. */
    TestCertificates add(String alias, String host, int ago, int days) throws IOException, InterruptedException {
        generate(
                alias,
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                "-" + ago * 24 + "H",
                "-validity",
                Integer.toString(days));
        return this;
    }

    private void generate(String alias, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
        Path log = file.resolveSibling("keytool.log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IOException("keytool failed: " + Files.readString(log));
        }
    }

    /** Of a client that trusts the authority. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, all().getCertificate(AUTHORITY));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Of a server that shows the certificate {@code alias}. */
    SSLContext showing(String alias) throws GeneralSecurityException, IOException {
        Key key = all().getKey(alias, PASSWORD.toCharArray());
        KeyStore own = empty();
        own.setKeyEntry(alias, key, PASSWORD.toCharArray(), all().getCertificateChain(alias));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
