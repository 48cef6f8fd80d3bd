using System.Text.Json;
using TestForge.Engine.Discovery.Api;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Api;

public sealed class ApiLogTests
{
    private const string Thing = """{"id":1,"name":"x","price":2}""";
    private readonly ApiLog _log = new(new("https://shop.example/"));

    [Theory]
    [InlineData("/api/orders/17", "/api/orders/{id}")]
    [InlineData("/api/orders/17/items/3", "/api/orders/{id}/items/{id2}")]
    [InlineData("/api/users/6f9619ff-8b86-d011-b42d-00c04fc964ff", "/api/users/{uuid}")]
    [InlineData("/api/days/2026-11-25", "/api/days/{date}")]
    [InlineData("/api/mail/ann%40example.com", "/api/mail/{email}")]
    [InlineData("/api/items/507f1f77bcf86cd799439011", "/api/items/{key}")]
    [InlineData("/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV", "/reset/{key}")]
    [InlineData("/api/v1/products", "/api/v1/products")]
    [InlineData("/", "/")]
    public void A_part_that_looks_variable_is_named(string path, string template)
    {
        See("GET", path);

        Paths().ShouldBe([$"GET {template}"]);
    }

    [Fact]
    public void Paths_that_differ_in_one_name_of_a_thing_are_one()
    {
        See("GET", "/api/products/enamel-mug", Thing);
        See("GET", "/api/products/wool-socks", Thing);
        See("DELETE", "/api/products/wool-socks");
        See("GET", "/api/products/wool-socks/reviews", "[]");

        var calls = Calls();
        calls.Select(c => $"{c.Method} {c.Path}").ShouldBe(["DELETE /api/products/{slug}", "GET /api/products/{slug}", "GET /api/products/{slug}/reviews"]);
        calls.Single(c => c is { Method: "GET", Path: "/api/products/{slug}" }).Count.ShouldBe(2);
    }

    [Fact]
    public void Plain_words_are_one_when_their_collection_and_their_answers_say_so()
    {
        foreach (var name in new[] { "alice", "bob", "carol" })
        {
            See("GET", $"/api/profiles/{name}", """{"profile":{"username":"x","bio":"y"}}""");
        }

        Paths().ShouldBe(["GET /api/profiles/{slug}"]);
    }

    [Fact]
    public void Different_resources_stay_apart()
    {
        See("GET", "/api/users", """[{"id":1,"email":"x"}]""");
        See("GET", "/api/orders", """[{"id":1,"total":2}]""");
        See("GET", "/api/order-items", """[{"sku":1,"count":2}]""");
        See("GET", "/api/order-notes", """[{"text":1,"by":2}]""");
        See("POST", "/api/cart/add-item", Thing);
        See("POST", "/api/cart/remove-item", Thing);
        See("GET", "/api/products/featured", Thing);
        See("GET", "/api/products/latest", Thing);

        Paths().Length.ShouldBe(8);
    }

    [Fact]
    public void Calls_of_others_are_counted_and_not_described()
    {
        _log.Mine(new("https://tracker.example.net/collect?id=7")).ShouldBeFalse();
        _log.Mine(new("https://api.shop.example/v1")).ShouldBeTrue();
        _log.Mine(new("https://shop.example:8443/v1")).ShouldBeTrue();

        _log.ThirdParty.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://www.shop.co.uk/", "https://api.shop.co.uk/", true)]
    [InlineData("https://shop.co.uk/", "https://other.co.uk/", false)]
    [InlineData("https://me.github.io/", "https://you.github.io/", false)]
    [InlineData("http://localhost:3000/", "http://localhost:8080/", true)]
    [InlineData("http://10.0.0.1/", "http://10.0.0.2/", false)]
    public void A_site_is_what_one_owner_has(string target, string url, bool same) => ApiHosts.SameSite(new(target), new(url)).ShouldBe(same);

    [Fact]
    public void Calls_without_number_cost_what_their_kinds_cost()
    {
        for (var i = 0; i < 5_000; i++)
        {
            See("GET", $"/word{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}?p{i}x=1");
        }

        Calls().Count.ShouldBe(1_000);
    }

    private void See(string method, string path, string? answer = null)
    {
        var sighting = new ApiSighting(method, 200, "https://shop.example/", null, null, null, answer is null ? null : "application/json");
        if (_log.Add(new(new Uri("https://shop.example/"), path), sighting) is { } group)
        {
            using var document = JsonDocument.Parse(answer!);
            var shape = new JsonShape();
            shape.Add(document.RootElement);
            _log.AddResponse(group, shape, "application/json");
        }
    }

    private string[] Paths() => [.. Calls().Select(c => $"{c.Method} {c.Path}").Order(StringComparer.Ordinal)];

    private IReadOnlyList<ApiCall> Calls() => _log.Calls([]);
}
