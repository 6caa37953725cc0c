package dev.orderflow.devservices.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Http;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailSinkIT {

    private final TestParty sink = OutsideParties.mailSink();
    private final Http http = new Http(sink.url(), Map.of());
    private final String recipient = UUID.randomUUID() + "@example.com";

    @Test
    void showsAMailOnceHoweverManyReceiveItAndAfterAKillToo() throws Exception {
        send(recipient, "second@example.com");

        sink.kill();
        sink.start();
        Http.Answer mails = http.get("/mails?to=" + recipient);

        assertThat(mails.body()).hasSize(1);
        assertThat(mails.text("/0/subject")).isEqualTo("Größe");
        assertThat(mails.text("/0/from")).isEqualTo("shop@example.com");
        assertThat(mails.body().at("/0/to").valueStream().map(it -> it.asText()))
                .containsExactlyInAnyOrder(recipient, "second@example.com");
        assertThat(mails.text("/0/text")).isEqualTo("plain");
        assertThat(mails.text("/0/html")).isEqualTo("<p>rich</p>");
        assertThat(mails.body().at("/0/parts").valueStream().map(it -> it.asText()))
                .containsExactly("text/plain; charset=us-ascii", "text/html; charset=us-ascii");
        assertThat(mails.text("/0/messageId")).isEqualTo("<stable-1@orderflow>");
    }

    @Test
    void acceptsMoreThanItsMemoryHolds() throws Exception {
        String large = ("x".repeat(63) + "\n").repeat(1 << 16);
        for (int n = 0; n < 50; n++) {
            sendText(large, UUID.randomUUID() + "@example.com");
        }
        sendText("the last", recipient);

        assertThat(http.get("/mails?to=" + recipient).body()).hasSize(1);
    }

    /** RFC 2920: what needs no answer to the command before comes with it. */
    @Test
    void takesCommandsThatComeTogether() throws Exception {
        try (var socket = new Socket("127.0.0.1", OutsideParties.smtpPort());
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            socket.setSoTimeout(10_000);
            assertThat(answers.readLine()).startsWith("220 ");
            say(socket, "EHLO shop");
            assertThat(answers.readLine()).isEqualTo("250-localhost");
            assertThat(answers.readLine()).isEqualTo("250-PIPELINING");
            assertThat(answers.readLine()).isEqualTo("250-8BITMIME");
            assertThat(answers.readLine()).isEqualTo("250 SMTPUTF8");

            say(socket, "MAIL FROM:<shop@example.com>", "RCPT TO:<" + recipient + ">", "DATA");
            assertThat(answers.readLine()).startsWith("250 ");
            assertThat(answers.readLine()).startsWith("250 ");
            assertThat(answers.readLine()).startsWith("354 ");
            say(socket, "Subject: Together", "", "text", "..", ".");
            assertThat(answers.readLine()).startsWith("250 ");
        }

        Http.Answer mails = http.get("/mails?to=" + recipient);
        assertThat(mails.text("/0/subject")).isEqualTo("Together");
        assertThat(mails.text("/0/text")).isEqualTo("text\r\n.\r\n");
    }

    @Test
    void showsOfWhatNobodyCanReadItsEnvelope() throws Exception {
        deliver("Content-Type: text/plain", "Content-Transfer-Encoding: nonsense", "", "text");

        assertThat(http.get("/mails").body()).isNotEmpty();
        Http.Answer mails = http.get("/mails?to=" + recipient);
        assertThat(mails.body()).hasSize(1);
        assertThat(mails.text("/0/from")).isEqualTo("shop@example.com");
        assertThat(mails.body().at("/0/headers")).isEmpty();
    }

    @Test
    void refusesWhatItCouldNotReadAgain() throws Exception {
        assertThat(deliver("Subject: Large", "", ("x".repeat(998) + "\r\n").repeat(10_100)))
                .startsWith("552 ");

        assertThat(http.get("/mails?to=" + recipient).body()).isEmpty();
    }

    /** The answer to the mail's end. */
    private String deliver(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", OutsideParties.smtpPort());
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            socket.setSoTimeout(30_000);
            say(socket, "HELO shop", "MAIL FROM:<shop@example.com>", "RCPT TO:<" + recipient + ">", "DATA");
            while (!answers.readLine().startsWith("354 ")) {}
            say(socket, lines);
            say(socket, ".");
            return answers.readLine();
        }
    }

    private static void say(Socket socket, String... lines) throws IOException {
        var text = String.join("\r\n", lines) + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(String... recipients) throws Exception {
        sendText("plain", recipients);
    }

    private void sendText(String text, String... recipients) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(OutsideParties.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws jakarta.mail.MessagingException {
                setHeader("Message-ID", "<stable-1@orderflow>");
            }
        };
        message.setFrom(new InternetAddress("shop@example.com"));
        for (String address : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject("Größe", "UTF-8");
        message.setContent(alternatives(text));
        Transport.send(message);
    }

    private static MimeMultipart alternatives(String text) throws Exception {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent("<p>rich</p>", "text/html");
        return new MimeMultipart("alternative", plain, rich);
    }
}
