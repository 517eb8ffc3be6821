package dev.renum.benchmarks;

import dev.renum.core.settings.Settings;
import java.util.List;

/** Twenty sections of fifty settings each, and a small one of ten. */
final class Sections {
    private static final List<Class<?>> LARGE = List.of(
            Orders.class,
            Billing.class,
            Shipping.class,
            Catalog.class,
            Search.class,
            Accounts.class,
            Payments.class,
            Invoices.class,
            Stock.class,
            Returns.class,
            Reviews.class,
            Mail.class,
            Chat.class,
            Reports.class,
            Audit.class,
            Archive.class,
            Imports.class,
            Exports.class,
            Pricing.class,
            Loyalty.class);

    private Sections() {}

    /** The sections that have {@code settings} settings together: 10, or a multiple of 50 up to 1,000. */
    static List<Class<?>> of(int settings) {
        return settings == 10 ? List.of(Status.class) : LARGE.subList(0, settings / 50);
    }

    /** The prefix of the keys of {@code section}. */
    static String prefix(Class<?> section) {
        return section.getAnnotation(Settings.class).prefix();
    }

    @Settings(prefix = "status")
    record Status(Endpoint database) {}

    @Settings(prefix = "orders")
    record Orders(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "billing")
    record Billing(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "shipping")
    record Shipping(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "catalog")
    record Catalog(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "search")
    record Search(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "accounts")
    record Accounts(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "payments")
    record Payments(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "invoices")
    record Invoices(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "stock")
    record Stock(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "returns")
    record Returns(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "reviews")
    record Reviews(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "mail")
    record Mail(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "chat")
    record Chat(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "reports")
    record Reports(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "audit")
    record Audit(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "archive")
    record Archive(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "imports")
    record Imports(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "exports")
    record Exports(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "pricing")
    record Pricing(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}

    @Settings(prefix = "loyalty")
    record Loyalty(Endpoint database, Endpoint cache, Endpoint queue, Endpoint store, Endpoint partner) {}
}
