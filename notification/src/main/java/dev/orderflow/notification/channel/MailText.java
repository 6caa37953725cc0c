package dev.orderflow.notification.channel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of mails, each once for plain text and HTML; in other languages {@code messages/mail_*.properties}. What is
 * put in is never read as a template, and escaped where it comes out.
 */
@MessageBundle(value = "mail", locale = "en")
public interface MailText {

    @Message("Hello,")
    String greeting();

    @Message("Your Orderflow shop")
    String regards();

    @Message("We have received your order {order}.")
    String orderPlaced(String order);

    @Message("We will tell you as soon as your payment is through.")
    String orderPlacedNext();

    @Message("Your payment is through, and your order {order} is confirmed.")
    String orderConfirmed(String order);

    @Message("We will tell you when your parcel leaves.")
    String orderConfirmedNext();

    @Message("Your order {order} is on its way to you.")
    String orderShipped(String order);

    @Message("Your order {order} has been delivered.")
    String orderDelivered(String order);

    @Message("We hope that you like it. If not, you can return it.")
    String orderDeliveredNext();

    @Message("Your order {order} has been cancelled.")
    String orderCancelled(String order);

    @Message("What you have paid, if anything, is paid back.")
    String orderCancelledNext();

    @Message("We have accepted the return of your order {order}.")
    String returnAccepted(String order);

    @Message("We pay your money back as soon as the parcel has arrived.")
    String returnAcceptedNext();

    @Message("The return of your order {order} is complete.")
    String returnClosed(String order);

    @Message("{amount} is on its way back to you.")
    String refunded(String amount);

    @Message("{quantity} x {name}: {total}")
    String item(String quantity, String name, String total);

    @Message("{quantity} ×")
    String pieces(String quantity);

    @Message("Total")
    String total();

    @Message("Ordered on")
    String orderedOn();

    @Message("Sent on")
    String sentOn();

    @Message("Delivered on")
    String deliveredOn();

    @Message("Carrier")
    String carrier();

    @Message("Tracking number")
    String trackingNumber();
}
