package dev.orderflow.devservices.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The RSA key that signs tokens, kept in a file that only its owner may read. */
public record SigningKey(RSAKey key) {

    private static final String FILE = "signing-key.json";

    /**
     * The key of the directory; it is created when missing. Concurrent callers, in other processes too, all get the key
     * that was there first.
     */
    public static SigningKey in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(Files.createDirectories(directory), file);
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException | ParseException e) {
            throw new PartFailed("the signing key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A new key that no issuer publishes. */
    public static SigningKey unknown() {
        try {
            return new SigningKey(new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    /** The public half, as the JSON that verifiers fetch. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static void create(Path directory, Path file) throws IOException {
        Path fresh = Files.createTempFile(
                directory,
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, unknown().key().toJSONString());
        try {
            Files.createLink(file, fresh);
        } catch (java.nio.file.FileAlreadyExistsException lostRace) {
            Files.deleteIfExists(fresh);
            return;
        }
        Files.delete(fresh);
    }
}
