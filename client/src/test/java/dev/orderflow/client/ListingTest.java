package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.client.ScriptedService.Asked;
import dev.orderflow.client.model.OrderFilter;
import dev.orderflow.client.model.OrderStatus;
import dev.orderflow.client.model.Product;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {

    private final ScriptedService service = new ScriptedService();
    private final OrderflowClient client = service.client().build();

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void pagesAreAskedForWhenTheyAreReached() {
        service.thenAnswer(200, Samples.page(product("a"), "/products?limit=1&cursor=YQ%3D"))
                .thenAnswer(200, Samples.page("", "/products?cursor=Yg"))
                .thenAnswer(200, Samples.page(product("c"), null));
        var products = client.inventory().products("mugs & more").inPagesOf(1).iterator();

        assertThat(products.next().sku()).isEqualTo("a");
        assertThat(service.asked()).hasSize(1);
        assertThat(products.next().sku()).isEqualTo("c");
        assertThat(products).isExhausted();

        assertThat(service.asked())
                .extracting(Asked::target)
                .containsExactly(
                        "/products?category=mugs%20%26%20more&limit=1",
                        "/products?category=mugs%20%26%20more&cursor=YQ%3D&limit=1",
                        "/products?category=mugs%20%26%20more&cursor=Yg&limit=1");
    }

    @Test
    void aStreamReadsNoFurtherThanItMust() {
        service.thenAnswer(200, Samples.page(product("a"), "/products?cursor=Yg"));

        assertThat(client.inventory().products().stream().map(Product::sku).findFirst())
                .hasValue("a");

        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void theTokenStaysHereWhateverTheNextPageIsSaidToBe() {
        service.thenAnswer(200, Samples.page(product("a"), "https://elsewhere.example.com/products?cursor=Yg"))
                .thenAnswer(200, Samples.page(product("b"), null));

        assertThat(client.inventory().products().stream()).hasSize(2);

        assertThat(service.asked()).extracting(Asked::target).containsExactly("/products", "/products?cursor=Yg");
    }

    @Test
    void pagesCanBeTakenOneByOne() {
        service.thenAnswer(200, Samples.page(product("a"), "/products?cursor=Yg"))
                .thenAnswer(200, Samples.page(product("b"), null));
        var listing = client.inventory().products();

        var first = listing.firstPage().execute();
        var second = listing.pageAfter(first).orElseThrow().execute();

        assertThat(second.items()).extracting(Product::sku).containsExactly("b");
        assertThat(listing.pageAfter(second)).isEmpty();
    }

    @Test
    void filtersAreSent() {
        service.thenAnswer(200, Samples.page("", null));
        var filter = OrderFilter.all()
                .in(OrderStatus.DELIVERED)
                .of("alice")
                .placedBetween(Instant.parse("2026-03-01T00:00:00Z"), null);

        assertThat(client.orders().list(filter).stream()).isEmpty();

        assertThat(service.asked().getFirst().target())
                .isEqualTo("/orders?status=DELIVERED&from=2026-03-01T00%3A00%3A00Z&customerId=alice");
    }

    private static String product(String sku) {
        return """
                {"sku":"%s","name":"A","price":{"amount":"1.00","currency":"EUR"},"category":"mugs","active":true,"version":1}""".formatted(sku);
    }
}
