package dev.orderflow.client;

import dev.orderflow.client.model.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list that comes in pages, each asked for when it is reached. */
public final class Listing<T> implements Iterable<T> {

    /** Asks for a page. */
    interface Pages<T> {

        /**
         * @param cursor null for the first page
         * @param limit null for the services' own
         */
        Call<Page<T>> page(String cursor, Integer limit);
    }

    private final Pages<T> pages;
    private final Integer limit;

    Listing(Pages<T> pages) {
        this(pages, null);
    }

    private Listing(Pages<T> pages, Integer limit) {
        this.pages = pages;
        this.limit = limit;
    }

    /** @param items on each page, 1 to 200 */
    public Listing<T> inPagesOf(int items) {
        return new Listing<>(pages, items);
    }

    public Call<Page<T>> firstPage() {
        return pages.page(null, limit);
    }

    /** Empty after the last. */
    public Optional<Call<Page<T>>> pageAfter(Page<T> page) {
        return page.next().flatMap(Listing::cursor).map(cursor -> pages.page(cursor, limit));
    }

    /** All of them, in as many calls as needed, each made when the items before are used up. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items();
    }

    /** Not the address as a whole: a token must not be sent where an answer says. */
    private static Optional<String> cursor(String next) {
        return Arrays.stream(URI.create(next).getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("cursor="))
                .map(parameter -> URLDecoder.decode(parameter.substring("cursor=".length()), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Walks through the pages. */
    private final class Items implements Iterator<T> {

        private final Deque<T> read = new ArrayDeque<>();
        private Optional<Call<Page<T>>> ahead = Optional.of(firstPage());

        @Override
        public boolean hasNext() {
            while (read.isEmpty() && ahead.isPresent()) {
                var page = ahead.get().execute();
                read.addAll(page.items());
                ahead = pageAfter(page);
            }
            return !read.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.remove();
        }
    }
}
