package dev.orderflow.notification.channel;

import dev.orderflow.contracts.value.OrderLine;
import java.time.ZoneId;
import java.util.List;

/**
 * What a mail says, as its reader writes it; what its template does not need is null or empty.
 *
 * @param language a BCP 47 tag
 * @param day when it happened
 */
public record MailContent(
        String language,
        String subject,
        String order,
        List<Item> items,
        String total,
        String day,
        String carrier,
        String trackingNumber,
        String reason,
        String refunded) {

    /** A line of an order. */
    public record Item(String quantity, String name, String total) {}

    static MailContent of(MailTask mail, ZoneId zone) {
        var language = mail.language();
        var figures = new Figures(language.locale(), zone);
        var facts = mail.facts();
        return new MailContent(
                language.locale().toLanguageTag(),
                mail.template().subject(language),
                mail.orderId().toString(),
                facts.lines().stream().map(line -> item(line, figures)).toList(),
                figures.money(facts.total()),
                figures.day(facts.at()),
                OneLine.of(facts.carrier()),
                OneLine.of(facts.trackingNumber()),
                facts.reasonIn(language),
                figures.money(facts.refunded()));
    }

    private static Item item(OrderLine line, Figures figures) {
        return new Item(figures.number(line.quantity()), OneLine.of(line.name()), figures.money(line.lineTotal()));
    }
}
