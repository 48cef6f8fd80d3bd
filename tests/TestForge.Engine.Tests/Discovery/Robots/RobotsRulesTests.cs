using TestForge.Engine.Discovery.Robots;

namespace TestForge.Engine.Tests.Discovery.Robots;

/// <summary>What RFC 9309 says of groups, rules and paths.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/fish", "/fish", true)]
    [InlineData("/fish", "/fish.html?id=1", true)]
    [InlineData("/fish", "/Fish", false)]
    [InlineData("/fish", "/catfish", false)]
    [InlineData("/fish*", "/fishheads/yummy", true)]
    [InlineData("/fish/", "/fish", false)]
    [InlineData("/*.php", "/folder/any.php.file", true)]
    [InlineData("/*.php$", "/filename.php", true)]
    [InlineData("/*.php$", "/filename.php?x=1", false)]
    [InlineData("/*.php$", "/a.php/b.php", true)]
    [InlineData("/fish*.php", "/fishheads/catfish.php?id=2", true)]
    [InlineData("/fish*.php", "/Fish.PHP", false)]
    [InlineData("/exact$", "/exact", true)]
    [InlineData("/exact$", "/exactly", false)]
    [InlineData("*/private", "/a/private", true)]
    [InlineData("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar", false)]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84", true)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", true)]
    [InlineData("/%e3%83%84", "/%E3%83%84", true)]
    [InlineData("/a*a*a$", "/aa", false)]
    [InlineData("/", "/anything", true)]
    public void A_pattern_keeps_from_the_paths_it_matches(string pattern, string path, bool disallowed) =>
        (Of($"User-agent: *\nDisallow: {pattern}").Against(At(path)) is not null).ShouldBe(disallowed);

    [Theory]
    [InlineData("/p", "/", "/page", false)]
    [InlineData("/folder", "/folder", "/folder/page", false)]
    [InlineData("/page", "/*.htm", "/page.htm", true)]
    [InlineData("/$", "/", "/", false)]
    [InlineData("/$", "/", "/page.htm", true)]
    public void The_longest_rule_decides_and_of_two_as_long_the_one_that_allows(string allow, string disallow, string path, bool disallowed) =>
        (Of($"User-agent: *\nDisallow: {disallow}\nAllow: {allow}").Against(At(path)) is not null).ShouldBe(disallowed);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: testforge\nDisallow: /x", "/y", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: TestForge/1.0\nDisallow: /x", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /x\n\nUser-agent: TestForgeBot\nDisallow: /", "/y", false)]
    [InlineData("User-agent: Other\nUser-agent: TestForge\nDisallow: /x", "/x", true)]
    [InlineData("User-agent: TestForge\nDisallow: /a\n\nUser-agent: Other\nDisallow: /b\n\nUser-agent: testforge\nDisallow: /c", "/c", true)]
    [InlineData("User-agent: TestForge\nDisallow: /a\n\nUser-agent: Other\nDisallow: /b\n\nUser-agent: testforge\nDisallow: /c", "/b", false)]
    [InlineData("User-agent: Other\nDisallow: /", "/a", false)]
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", false)]
    [InlineData("User-agent: * # all of them\r\nDisallow: /a # and this\r\n", "/a", true)]
    [InlineData("\uFEFFuser-AGENT:*\rDISALLOW:/a\r", "/a", true)]
    [InlineData("User-agent: *\nUnknown: /x\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nSitemap: /s.xml\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", false)]
    public void The_group_that_names_us_counts_and_else_the_one_for_all(string text, string path, bool disallowed) =>
        (Of(text).Against(At(path)) is not null).ShouldBe(disallowed);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 100000", 30)]
    [InlineData("User-agent: *\nCrawl-delay: -1", 0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: Other\nCrawl-delay: 9\n\nUser-agent: *\nDisallow: /x", 0)]
    public void The_delay_is_that_of_our_group_and_bounded(string text, double seconds) => Of(text).CrawlDelaySeconds.ShouldBe(seconds);

    [Theory]
    [InlineData("<!doctype html><title>App</title><p>Hello</p>")]
    [InlineData("")]
    [InlineData("not: one\nof: those")]
    public void A_page_that_answers_in_place_of_a_missing_file_is_none(string text) => RobotsRules.Parse(text).ShouldBeNull();

    private static RobotsRules Of(string text) => RobotsRules.Parse(text).ShouldNotBeNull();

    private static Uri At(string path) => new("http://shop.example" + path);
}
