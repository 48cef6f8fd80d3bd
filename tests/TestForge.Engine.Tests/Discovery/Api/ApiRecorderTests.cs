using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using TestForge.Engine.Discovery.Api;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Api;

public sealed class ApiRecorderTests
{
    private const string Start = """
        <!doctype html><title>Shop</title><h1>Shop</h1><a href="/product">Product</a><button onclick="order()">Reserve one</button>
        <script>
        fetch('/api/products?page=1&sort=name').then(r => r.json());
        fetch('/api/products/7');
        fetch('/api/products/8').catch(() => {});
        fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: 'ann', password: 'hunter2-body' }) });
        fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ operationName: 'Cart', query: 'query Cart { cart { id } }', variables: { id: 3 } }) });
        fetch('/app.css');
        const form = new XMLHttpRequest(); form.open('PUT', '/api/visits');
        form.setRequestHeader('content-type', 'application/x-www-form-urlencoded'); form.send('when=now&by=ann');
        function order() { fetch('/api/orders', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"lines":[{"sku":"a","count":1}]}' }); }
        </script>
        """;

    private const string Product = """<!doctype html><title>Product</title><h1>Product</h1><p>Mug</p><script>fetch('/api/products/9'); fetch('/api/endless');</script>""";

    [Fact]
    public async Task Calls_are_described_by_method_path_status_type_and_schema()
    {
        await using var rig = await EngineRig.StartAsync(Map);

        var map = await rig.DiscoverAsync();

        map.ApiCalls.Select(c => $"{c.Method} {c.Path} {string.Join(',', c.Statuses)}").ShouldBe(
        [
            "GET /api/endless 200",
            "POST /api/orders 201",
            "GET /api/products 200",
            "GET /api/products/{id} 200,404",
            "POST /api/session 401",
            "PUT /api/visits 204",
            "POST /graphql 200",
        ]);
        var list = map.ApiCalls.Single(c => c.Path == "/api/products");
        list.Query.ShouldBe(["page", "sort"]);
        list.PageIds.ShouldBe(["p1"]);
        list.ResponseType.ShouldBe("application/json");
        list.ResponseSchema!.ToJsonString().ShouldBe("""{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"},"made":{"type":"string","format":"date-time"},"name":{"type":"string"}},"required":["id","made","name"]}}""");
        map.ApiCalls.Single(c => c.Path == "/api/products/{id}").PageIds.ShouldBe(["p1", "p2"]);
        map.ApiCalls.Single(c => c.Path == "/api/orders").RequestSchema!["properties"]!["lines"]!["items"]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["count", "sku"]);
        map.ApiCalls.Single(c => c.Path == "/api/visits").RequestSchema!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["by", "when"]);
        map.ApiCalls.Single(c => c.Path == "/graphql").Operation.ShouldBe("query Cart");
        JsonSerializer.Serialize(map, ArtifactJson.Compact).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task What_was_seen_is_a_valid_openapi_document()
    {
        await using var rig = await EngineRig.StartAsync(Map);
        var output = await rig.RunAsync(Stages.Discover, new(Guid.Empty, rig.Url, new(), new(), new(), Seed: 1));
        await using var text = await rig.Artifacts.OpenAsync(output.OpenApi!, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await text.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;

        var read = await OpenApiDocument.LoadAsync(copy, "json", null, TestContext.Current.CancellationToken);

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document!.Paths.Count.ShouldBe(7);
        var product = read.Document.Paths["/api/products/{id}"].Operations![HttpMethod.Get];
        product.Parameters!.Single().In.ShouldBe(ParameterLocation.Path);
        product.Responses!.Keys.ShouldBe(["200", "404"]);
        product.Responses["200"].Content!["application/json"].Schema!.Properties!.Keys.ShouldContain("name");
    }

    [Fact]
    public void Nothing_called_is_nothing_described() =>
        OpenApiText.Of(new() { Target = new("https://shop.example/"), Pages = [], Transitions = [], Skipped = [], Stats = new(0, 0, 0, 0) }).ShouldBeNull();

    private static void Map(WebApplication app)
    {
        app.MapGet("/", () => Results.Content(Start, "text/html"));
        app.MapGet("/product", () => Results.Content(Product, "text/html"));
        app.MapGet("/app.css", () => Results.Content("a{}", "text/css"));
        app.MapGet("/api/products", () => Results.Content("""[{"id":1,"name":"Mug","made":"2026-01-02T03:04:05Z"}]""", "application/json; charset=utf-8"));
        app.MapGet("/api/products/{id:int}", (int id) => id == 8 ? Results.NotFound() : Results.Content($$"""{"id":{{id}},"name":"Mug"}""", "application/json"));
        app.MapPost("/api/session", () => Results.Content("""{"error":"no"}""", "application/json", null, 401));
        app.MapPost("/api/orders", () => Results.Content("""{"id":1}""", "application/json", null, 201));
        app.MapPut("/api/visits", () => Results.NoContent());
        app.MapPost("/graphql", () => Results.Content("""{"data":{"cart":{"id":"c"}}}""", "application/json"));
        app.MapGet("/api/endless", async (HttpContext http) =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("[1,");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
    }
}
