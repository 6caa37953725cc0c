package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that services and outside parties share: made once per data directory, readable by their owner alone. */
final class Secrets {

    private static final String PAYMENT_KEY = "payment.key";
    private static final String PAYMENT_WEBHOOK = "payment.webhook";
    private static final String CARRIER_KEY = "carrier.key";
    private static final String CARRIER_WEBHOOK = "carrier.webhook";

    private final Properties values = new Properties();

    private Secrets() {}

    static Secrets in(Path data) {
        Path file = data.resolve("secrets");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            Secrets secrets = new Secrets();
            secrets.values.load(new StringReader(Files.readString(file)));
            return secrets;
        } catch (IOException e) {
            throw new PartFailed("the secrets in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    String paymentKey() {
        return values.getProperty(PAYMENT_KEY);
    }

    String paymentWebhook() {
        return values.getProperty(PAYMENT_WEBHOOK);
    }

    String carrierKey() {
        return values.getProperty(CARRIER_KEY);
    }

    String carrierWebhook() {
        return values.getProperty(CARRIER_WEBHOOK);
    }

    /** Follows from another, so that a directory of an older version has one, too. */
    String sealingKeys() {
        return "dev:" + Base64.getEncoder().encodeToString(sha256("sealing " + carrierWebhook()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appears complete or not at all; who comes second uses what the first has made. */
    private static void create(Path file) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                directory,
                "secrets",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content());
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException lostRace) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static String content() {
        return Stream.of(
                        PAYMENT_KEY + "=sk_test_" + random(),
                        PAYMENT_WEBHOOK + "=whsec_" + random(),
                        CARRIER_KEY + "=EZTK" + random(),
                        CARRIER_WEBHOOK + "=" + random())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
