using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class FrontierTests
{
    [Fact]
    public void Visits_what_is_near_the_start_first()
    {
        var frontier = New();
        frontier.Offer(new("https://s.example/deep"), 3, "p1");
        frontier.Offer(new("https://s.example/near"), 1, "p1");

        frontier.Take(idle: true)!.Url.AbsolutePath.ShouldBe("/near");
    }

    [Fact]
    public void What_trying_controls_led_to_comes_before_links_and_can_be_had_alone()
    {
        var frontier = New();
        frontier.Offer(new("https://s.example/link"), 1, "p1");
        frontier.Offer(new("https://s.example/acted"), 4, "p1", acted: true);

        frontier.Take(idle: true, actedOnly: true)!.Url.AbsolutePath.ShouldBe("/acted");
        frontier.Take(idle: true, actedOnly: true).ShouldBeNull();
        (frontier.HasActed, frontier.Count).ShouldBe((false, 1));
        frontier.Take(idle: true)!.Url.AbsolutePath.ShouldBe("/link");
    }

    [Fact]
    public void The_start_is_visited_wherever_the_globs_point()
    {
        var start = new Uri("https://s.example/");
        var frontier = new Frontier(new(start, new() { Include = ["/shop/**"] }), new(), signedIn: false);

        frontier.Offer(start, 0, null).ShouldBeTrue();
        frontier.Offer(new("https://s.example/about"), 1, "p1").ShouldBeFalse();
    }

    [Fact]
    public void Takes_an_address_once()
    {
        var frontier = New();

        frontier.Offer(new("https://s.example/a"), 1, null).ShouldBeTrue();
        frontier.Offer(new("https://s.example/a"), 1, null).ShouldBeFalse();
        frontier.Count.ShouldBe(1);
    }

    [Fact]
    public void An_endless_calendar_ends_after_some_pages_that_look_alike()
    {
        var frontier = New();
        for (var day = 0; day < 1_000; day++)
        {
            frontier.Offer(new($"https://s.example/cal?day={day}"), 1, null);
        }

        var visits = 0;
        while (frontier.Take(idle: true) is { } next)
        {
            visits++;
            frontier.Learn(next.Url, alike: visits > 1);
        }

        visits.ShouldBeLessThan(12);
        frontier.Skipped.ShouldContain(s => s.Code == "template-limit");
    }

    [Theory]
    [InlineData("https://other.example/", 1, "out-of-scope")]
    [InlineData("https://s.example/logout", 1, "destructive")]
    [InlineData("https://s.example/far", 9, "max-depth")]
    public void Says_why_an_address_is_left_out(string url, int depth, string code)
    {
        var frontier = New();

        frontier.Offer(new(url), depth, "p1").ShouldBeFalse();

        frontier.Skipped.Single().Code.ShouldBe(code);
    }

    [Fact]
    public void Guesses_of_a_shape_that_led_nowhere_end_but_a_link_of_it_is_still_followed()
    {
        var frontier = New();
        for (var i = 0; i < 50; i++)
        {
            frontier.OfferGuess(new($"https://s.example/seen/{i}"), 1, null);
        }

        frontier.OfferGuess(new("https://s.example/other"), 1, null);
        frontier.Offer(new("https://s.example/seen/99"), 1, "p1");
        var taken = new List<string>();
        while (frontier.Take(idle: true) is { } next)
        {
            taken.Add(next.Url.AbsolutePath);
            if (next.Guess)
            {
                frontier.Refute(next);
            }
        }

        taken.ShouldBe(["/seen/99", "/seen/0", "/seen/1", "/seen/2", "/seen/3", "/other"]);
        frontier.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void No_more_than_some_guesses_are_tried()
    {
        var frontier = New();
        for (var i = 0; i < 5_000; i++)
        {
            frontier.OfferGuess(new($"https://s.example/{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}"), 1, null);
        }

        Enumerable.Range(0, 5_000).Count(_ => frontier.Take(idle: true) is not null).ShouldBe(200);
        frontier.Count.ShouldBe(0);
    }

    [Fact]
    public void Pages_that_words_tell_apart_are_left_out_once_many_of_their_folder_looked_alike()
    {
        var frontier = New();
        string[] words = [.. Enumerable.Range(0, 60).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}-shoe")];
        foreach (var word in words)
        {
            frontier.Offer(new($"https://s.example/shop/{word}"), 1, "p1");
        }

        var taken = 0;
        while (frontier.Take(idle: true) is { } next)
        {
            taken++;
            frontier.Learn(next.Url, alike: taken > 10);
        }

        taken.ShouldBe(34);
        frontier.Skipped.ShouldBe([new("/shop/*", "template-limit", "the last 24 pages of this folder looked like others; the rest are left out", "p1")]);
    }

    [Theory]
    [InlineData("https://s.example/account/sign-out")]
    [InlineData("https://s.example/Logout.aspx?to=home")]
    [InlineData("https://s.example/abmelden")]
    public void Who_shares_a_session_does_not_end_it_even_where_everything_is_allowed(string address)
    {
        var (start, limits) = (new Uri("https://s.example/"), new CrawlLimits(AllowDestructive: true));

        new Frontier(new(start, new()), limits, signedIn: true).Offer(new(address), 1, null).ShouldBeFalse();
        new Frontier(new(start, new()), limits, signedIn: false).Offer(new(address), 1, null).ShouldBeTrue();
    }

    private static Frontier New() => new(new(new("https://s.example/"), new()), new CrawlLimits(), signedIn: false);
}
