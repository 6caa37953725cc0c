package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.outside.OutsideParty;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** An outside party that a test can redirect, kill and start again on the same port and data. */
public final class TestParty {

    static final String SMTP = "smtp";

    private final Workspace workspace;
    private final String name;
    private final Map<String, String> variables;

    TestParty(Workspace workspace, String name, Map<String, String> variables) {
        this.workspace = workspace;
        this.name = name;
        this.variables = variables;
    }

    /** Where its HTTP API is, without a slash at the end. */
    public String url() {
        return "http://localhost:" + workspace.port(name);
    }

    /** From now on its webhooks go here, also after a restart. Those that still wait for an attempt go here as well. */
    public TestParty webhookTo(String url) {
        workspace.publish(webhookFile(), url);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/control/webhook"))
                .header("Authorization", "Bearer " + OutsideParties.API_KEY)
                .PUT(HttpRequest.BodyPublishers.ofString(
                        Json.object().put("url", url).toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new PartFailed(name + " does not take a webhook URL: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        workspace.exclusively(name, () -> part().kill());
    }

    /**
     * Starts it again on the same port and data; returns when it is ready. Waits for a {@link #kill} of another thread to
     * have ended, which would take the new process's record for that of the old one.
     */
    public void start() {
        workspace.exclusively(name, () -> part().start());
    }

    void startOnce() {
        workspace.once(name, this::start);
    }

    private Part part() {
        Map<String, String> all = new HashMap<>(variables);
        workspace.read(webhookFile()).ifPresent(url -> all.put(Settings.WEBHOOK_URL, url));
        int port = workspace.port(name);
        return switch (name) {
            case OutsideParty.PAYMENT_PROVIDER -> OutsideParty.paymentProvider(workspace.layout(), port, all);
            case OutsideParty.CARRIER -> OutsideParty.carrier(workspace.layout(), port, all);
            case OutsideParty.MAIL -> OutsideParty.mail(workspace.layout(), port, workspace.port(SMTP));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String webhookFile() {
        return name + ".webhook";
    }
}
