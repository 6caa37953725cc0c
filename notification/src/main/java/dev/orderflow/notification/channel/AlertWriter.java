package dev.orderflow.notification.channel;

import dev.orderflow.notification.operators.OperatorMail;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes operators' mails, in English as everything that they work with. */
@Singleton
class AlertWriter {

    private final MailConfig config;

    @Inject
    AlertWriter(MailConfig config) {
        this.config = config;
    }

    Uni<Mail> write(OperatorMail mail) {
        var content = AlertContent.of(mail.alert());
        return Text.alert(content)
                .createUni()
                .chain(text -> Html.alert(content).createUni().map(html -> mail(mail, content, text, html)));
    }

    private Mail mail(OperatorMail mail, AlertContent content, String text, String html) {
        return new Mail()
                .addTo(mail.to())
                .setSubject(content.subject())
                .setText(text)
                .setHtml(html)
                .addHeader(
                        "Message-ID", "<operators-%s@%s>".formatted(mail.alert().id(), config.messageIdDomain()))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    @CheckedTemplate(basePath = "text", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Text {
        static native TemplateInstance alert(AlertContent content);
    }

    @CheckedTemplate(basePath = "html", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Html {
        static native TemplateInstance alert(AlertContent content);
    }
}
