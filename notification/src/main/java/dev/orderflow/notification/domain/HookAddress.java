package dev.orderflow.notification.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that events may be sent to: https, port 443, a host that has a name in the public tree of names. What the
 * name resolves to is checked when it is called.
 *
 * @param trusted whether an operator vouches for the host: then http, any port and any address will do
 */
public record HookAddress(URI uri, boolean trusted) {

    private static final int HTTPS = 443;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    /** With a last label that is no number, so that no form of an IP address is a name. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Empty if events may not be sent there. */
    public static Optional<HookAddress> of(String url, Set<String> trustedHosts) {
        return parsed(url)
                .map(uri -> new HookAddress(uri, trustedHosts.contains(host(uri))))
                .filter(HookAddress::isAllowed);
    }

    /** Of an operator's own endpoint; empty if nothing can be sent there. */
    public static Optional<HookAddress> vouchedFor(String url) {
        return parsed(url).map(uri -> new HookAddress(uri, true)).filter(HookAddress::isAllowed);
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(URI.create(url)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean isAllowed() {
        return uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && port() >= 1
                && port() <= 65535
                && (trusted ? isTls() || uri.getScheme().equalsIgnoreCase("http") : isPublic());
    }

    private boolean isPublic() {
        return isTls()
                && port() == HTTPS
                && host().length() <= 253
                && NAME.matcher(host()).matches()
                && !host().endsWith(".localhost");
    }

    public boolean isTls() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    public String host() {
        return host(uri);
    }

    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isTls() ? HTTPS : 80;
    }

    /** Path and query. */
    public String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /** Tells nothing: an address may hold a secret of its receiver. */
    @Override
    public String toString() {
        return "HookAddress[personal]";
    }
}
