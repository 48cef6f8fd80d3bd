using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class MapBuilderTests
{
    [Fact]
    public void Merges_pages_that_differ_in_numbers_only()
    {
        var map = new MapBuilder();

        Add(map, "https://s.example/item/1", "same").ShouldBeTrue();
        Add(map, "https://s.example/item/2", "same").ShouldBeFalse();

        map.FinishedPages().Single().Duplicates.ShouldBe(["https://s.example/item/2"]);
    }

    [Fact]
    public void Keeps_pages_of_another_structure()
    {
        var map = new MapBuilder();

        Add(map, "https://s.example/item/1", "one");
        Add(map, "https://s.example/item/2", "other").ShouldBeTrue();
    }

    [Fact]
    public void Keeps_pages_whose_addresses_differ_in_words()
    {
        var map = new MapBuilder();

        Add(map, "https://s.example/about", "same");
        Add(map, "https://s.example/contact", "same").ShouldBeTrue();
    }

    [Fact]
    public void Keeps_a_few_values_of_a_parameter_and_merges_the_rest()
    {
        var map = new MapBuilder();

        var kept = "abcdefgh".Count(c => Add(map, $"https://s.example/f?color={c}x", "same"));

        kept.ShouldBe(3);
        map.Merged.ShouldBe(5);
    }

    [Fact]
    public void Joins_pages_through_redirects_and_merges()
    {
        var map = new MapBuilder();
        map.Add(new("https://s.example/"), new("https://s.example/"), Page("p1", "https://s.example/", "home") with
        {
            Links = [new("https://s.example/old", "Old", "p1.e1", true)],
        });
        map.Add(new("https://s.example/old"), new("https://s.example/new"), Page("p2", "https://s.example/new", "new"));

        map.Transitions().ShouldBe([new("p1", "p2", "p1.e1", "click")]);
    }

    private static bool Add(MapBuilder map, string url, string fingerprint) => map.Add(new(url), new(url), Page(map.NextId, url, fingerprint));

    private static SitePage Page(string id, string url, string fingerprint) => new() { Id = id, Url = url, Fingerprint = fingerprint };
}
