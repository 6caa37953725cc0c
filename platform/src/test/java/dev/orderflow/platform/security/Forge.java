package dev.orderflow.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, so that any part of one can be wrong. */
final class Forge {

    private Forge() {}

    /** A customer's, from the issuer and for the audience that tests configure, valid for a minute. */
    static Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                "http://localhost:8090",
                "aud",
                "orderflow",
                "sub",
                "c-1",
                "groups",
                List.of("customer"),
                "iat",
                now,
                "exp",
                now + 60));
    }

    static Map<String, Object> with(Map<String, ?> some, String name, Object value) {
        var more = new HashMap<String, Object>(some);
        more.put(name, value);
        return more;
    }

    static Map<String, Object> without(Map<String, ?> some, String name) {
        var less = new HashMap<String, Object>(some);
        less.remove(name);
        return less;
    }

    static String rs256(Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
        return signed("SHA256withRSA", with(header, "alg", "RS256"), claims, key);
    }

    static String es256(Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
        return signed("SHA256withECDSAinP1363Format", with(header, "alg", "ES256"), claims, key);
    }

    static String signed(String jdk, Map<String, ?> header, Map<String, ?> claims, PrivateKey key) {
        try {
            var signature = Signature.getInstance(jdk);
            signature.initSign(key);
            signature.update(content(header, claims).getBytes(UTF_8));
            return token(header, claims, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hs256(Map<String, ?> header, Map<String, ?> claims, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var hmac = with(header, "alg", "HS256");
            return token(hmac, claims, mac.doFinal(content(hmac, claims).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String token(Map<String, ?> header, Map<String, ?> claims, byte[] signature) {
        return content(header, claims) + "." + base64(signature);
    }

    private static String content(Map<String, ?> header, Map<String, ?> claims) {
        return json(header) + "." + json(claims);
    }

    static String json(Map<String, ?> part) {
        return base64(new JsonObject(new HashMap<>(part)).encode().getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
