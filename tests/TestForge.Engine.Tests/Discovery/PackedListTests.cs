using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class PackedListTests
{
    [Fact]
    public void What_is_taken_out_is_what_was_put_in_and_the_last_that_was_put_there()
    {
        var list = new PackedList<SitePage>();
        list.Add(Page("p1", "Schöne Seite"));
        list.Add(Page("p2", "Two"));

        list[1] = list[1] with { Duplicates = ["http://a.test/3"] };

        list.Count.ShouldBe(2);
        list[0].Title.ShouldBe("Schöne Seite");
        list.Select(p => (p.Id, p.Duplicates.Count, p.Links.Single().Text)).ShouldBe([("p1", 0, "Schöne Seite"), ("p2", 1, "Two")]);
    }

    [Fact]
    public void A_thousand_pages_of_a_hundred_links_take_less_than_six_megabytes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var list = new PackedList<SitePage>();
        for (var i = 0; i < 1_000; i++)
        {
            list.Add(Page($"p{i}", "Page") with { Links = [.. Enumerable.Range(0, 100).Select(n => new PageLink($"http://a.test/{i}/{n}", $"Link {n}", $"p{i}.e{n}", true))] });
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(6 * 1024 * 1024);
        list[999].Links[99].Url.ShouldBe("http://a.test/999/99");
    }

    private static SitePage Page(string id, string title) => new()
    {
        Id = id, Url = $"http://a.test/{id}", Title = title, Links = [new("http://a.test/", title, $"{id}.e1", true)],
    };
}
