package dev.orderflow.devservices.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.orderflow.devservices.drill.check.Observations.Mail;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.mail.MailSink;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What arrived at the mail sink for customers. Read one by one: there may be more text than memory. */
record Mails(String sink) {

    private static final Pattern ORDER = Pattern.compile("order ([0-9a-f]{8}-[0-9a-f-]{27})");

    List<Mail> read() {
        List<Mail> mails = new ArrayList<>();
        try (InputStream in = URI.create(sink + "/mails").toURL().openStream();
                MappingIterator<JsonNode> each =
                        Json.MAPPER.readerFor(JsonNode.class).readValues(in)) {
            each.forEachRemaining(mail -> {
                if (!isForOperators(mail)) {
                    mails.add(mail(mail));
                }
            });
            return mails;
        } catch (IOException e) {
            throw new PartFailed("the mails can't be read: " + e.getMessage(), e);
        }
    }

    /** And for nobody else: a customer's mail that went to operators as well is a customer's. */
    private static boolean isForOperators(JsonNode json) {
        JsonNode to = json.path("to");
        return to.size() == 1 && to.path(0).asText().equals(MailSink.OPERATORS);
    }

    private static Mail mail(JsonNode json) {
        Matcher order = ORDER.matcher(json.path("text").asText());
        return new Mail(
                json.path("messageId").asText(),
                json.at("/to/0").asText(),
                order.find() ? order.group(1) : "",
                json.path("subject").asText(),
                Instant.parse(json.path("at").asText()));
    }
}
