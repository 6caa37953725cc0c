package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.inventory.persistence.Catalogue;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The catalogue. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
class ProductResource {

    private final Catalogue catalogue;
    private final ProductEditor editor;
    private final Caller caller;

    @Inject
    ProductResource(Catalogue catalogue, ProductEditor editor, Caller caller) {
        this.catalogue = catalogue;
        this.editor = editor;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listProducts", summary = "Products, in the order of their skus")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<Product>> list(
            @QueryParam("category") @Parameter(description = "Only products of this category") String category,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo request) {
        var page = PageRequest.of(cursor, limit);
        var after = page.cursor().map(where -> where.text(0)).orElse("");
        return catalogue
                .products(category, after, page.rows())
                .map(rows -> Page.of(rows, page, request, product -> Cursor.of(product.sku())));
    }

    @GET
    @Path("/{sku}")
    @Authenticated
    @Operation(operationId = "getProduct", summary = "A product")
    @APIResponseSchema(value = Product.class, responseCode = "200", responseDescription = "The product")
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names")
    public Uni<RestResponse<Product>> get(
            @PathParam("sku") @Sku String sku, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return catalogue
                .product(sku)
                .map(found -> found.orElseThrow(() -> Problems.notFound("product")))
                .map(product -> ETags.notModified(ifNoneMatch, product.version())
                        ? tagged(Status.NOT_MODIFIED, product).entity(null).build()
                        : tagged(Status.OK, product).build());
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "putProduct",
            summary = "Add or change a product",
            description = "If-Match and If-None-Match are honoured; the same content makes no new version.")
    @APIResponseSchema(
            value = Product.class,
            responseCode = "200",
            responseDescription = "Changed, or the same already")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Product.class)))
    public Uni<RestResponse<Product>> put(
            @PathParam("sku") @Sku String sku,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull @Valid ProductContent content) {
        return editor.save(content.of(sku), caller.subject(), version -> {
                    ETags.checkMatch(ifMatch, version);
                    ETags.checkNoneMatch(ifNoneMatch, version);
                })
                .map(ProductResource::saved);
    }

    private static RestResponse<Product> saved(ProductEditor.Saved saved) {
        return saved.created()
                ? tagged(Status.CREATED, saved.product())
                        .header(
                                HttpHeaders.LOCATION,
                                "/products/" + saved.product().sku())
                        .build()
                : tagged(Status.OK, saved.product()).build();
    }

    private static ResponseBuilder<Product> tagged(Status status, Product product) {
        return ResponseBuilder.create(status, product).header(HttpHeaders.ETAG, ETags.of(product.version()));
    }
}
