package dev.orderflow.devservices.launcher;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Prints a bearer token and nothing else.", mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {

    /** What a token may entitle to. */
    enum Role {
        CUSTOMER,
        OPERATOR;

        String group() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--subject", defaultValue = Welcome.CUSTOMER, description = "Whose it is (${DEFAULT-VALUE}).")
    private String subject;

    @Option(
            names = "--role",
            defaultValue = "customer",
            description = "customer or operator; repeat it for both (${DEFAULT-VALUE}).")
    private List<Role> roles;

    @Option(names = "--email", description = "Where mail to the customer goes.")
    private String email;

    @Override
    public void run() {
        String[] groups = roles.stream().map(Role::group).toArray(String[]::new);
        Console.say(Context.system().token(subject, email, groups));
    }
}
