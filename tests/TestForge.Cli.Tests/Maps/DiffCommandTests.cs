using System.Text.Json;
using TestForge.Cli.Tests.Commands;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Maps;

public sealed class DiffCommandTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_appeared_vanished_and_changed_is_said()
    {
        Write("old.json", new("https://shop.example/"), [Page("p1", "/", "Shop"), Page("p2", "/old", "Old")], calls: [Call("GET", "/api/items", 200)], states: [State("p1", "Menu")]);
        Write("new.json", new("https://test.shop.example/"), [Page("p1", "/", "Store"), Page("p2", "/about", "About") with { Forms = [Form("/send", "mail")] }], calls: [Call("GET", "/api/items", 500)], states: []);

        (await _cli.RunAsync("discover", "--diff", "old.json", "new.json")).ShouldBe(0);

        _cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ShouldBe(
        [
            "+ page      /about",
            "+ form      /about POST /send",
            "- page      /old",
            "- state     / 'Menu'",
            "~ page      /: title 'Shop' → 'Store'",
            "~ api-call  GET https://api.example/api/items: statuses '200' → '500'",
            "2 appeared, 2 vanished, 2 changed.",
        ]);
    }

    [Fact]
    public async Task Programs_get_json()
    {
        Write("old.json", new("https://shop.example/"), [Page("p1", "/", "Shop") with { Forms = [Form("/send", "mail")] }]);
        Write("new.json", new("https://shop.example/"), [Page("p1", "/", "Shop") with { Forms = [Form("/send", "phone")] }]);

        (await _cli.RunAsync("discover", "--json", "--diff", "old.json", "new.json")).ShouldBe(0);

        var diff = JsonDocument.Parse(_cli.Output).RootElement;
        diff.GetProperty("same").GetBoolean().ShouldBeFalse();
        diff.GetProperty("appeared").GetArrayLength().ShouldBe(0);
        diff.GetProperty("changed")[0].GetProperty("kind").GetString().ShouldBe("form");
        diff.GetProperty("changed")[0].GetProperty("changes")[0].GetString().ShouldBe("fields 'mail:text' → 'phone:text'");
    }

    [Fact]
    public async Task A_page_merged_into_one_like_it_has_not_vanished()
    {
        Write("old.json", new("https://shop.example/"), [Page("p1", "/items/1", "Item") with { Duplicates = ["https://shop.example/items/2"] }]);
        Write("new.json", new("https://shop.example/"), [Page("p1", "/items/2", "Item") with { Duplicates = ["https://shop.example/items/1"] }]);

        (await _cli.RunAsync("discover", "--diff", "old.json", "new.json")).ShouldBe(0);

        _cli.Output.ShouldContain("No difference.");
    }

    [Fact]
    public async Task The_folders_of_two_runs_can_be_compared()
    {
        (await _cli.RunAsync("discover", "shop.example", "--out", "a")).ShouldBe(0);
        (await _cli.RunAsync("discover", "shop.example", "--out", "b")).ShouldBe(0);

        (await _cli.RunAsync("discover", "--diff", "a", "b")).ShouldBe(0);

        _cli.Output.ShouldContain("No difference.");
    }

    [Theory]
    [InlineData("nowhere.json", null, "usage.missing_file")]
    [InlineData("cut.json", """{"version":2,"pages":[""", "artifact.invalid")]
    [InlineData("list.json", "[]", "artifact.invalid")]
    [InlineData("null.json", """{"version":2,"target":"https://a.example/","pages":null,"transitions":[],"skipped":[],"stats":{"visited":0,"merged":0,"queued":0,"milliseconds":0}}""", "artifact.invalid")]
    [InlineData("future.json", """{"version":99}""", "artifact.from_future")]
    public async Task A_bad_file_is_named(string name, string? content, string code)
    {
        Write("good.json", new("https://shop.example/"), []);
        if (content is not null)
        {
            _cli.Write(name, content);
        }

        (await _cli.RunAsync("discover", "--diff", "good.json", name)).ShouldBe(2);
        _cli.Error.ShouldStartWith($"error {code}: ");
        _cli.Error.ShouldContain(name);
    }

    [Fact]
    public async Task One_map_is_not_enough()
    {
        (await _cli.RunAsync("discover", "--diff", "old.json")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.");
    }

    private static SitePage Page(string id, string path, string title) =>
        new() { Id = id, Url = $"https://shop.example{path}", Title = title, Status = 200 };

    private static PageForm Form(string action, string field) => new()
    {
        Id = "p1.f1",
        Method = "post",
        Action = $"https://shop.example{action}",
        Fields = [new() { ElementId = "p1.e1", Name = field }],
    };

    private static ApiCall Call(string method, string path, int status) => new() { Method = method, Path = path, Origin = "https://api.example", Statuses = [status] };

    private static SiteState State(string page, string title) => new() { Id = $"{page}.s1", PageId = page, Title = title, Path = [] };

    private void Write(string name, Uri target, IReadOnlyList<SitePage> pages, IReadOnlyList<ApiCall>? calls = null, IReadOnlyList<SiteState>? states = null) =>
        _cli.Write(name, JsonSerializer.Serialize(
            new SiteMap
            {
                Target = target,
                Pages = pages,
                Transitions = [],
                Skipped = [],
                Stats = new(0, 0, 0, 0),
                ApiCalls = calls ?? [],
                States = states ?? [],
            },
            ArtifactJson.Indented));
}
