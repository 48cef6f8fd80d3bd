using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class CrawlScopeTests
{
    private static readonly Uri Origin = new("https://shop.example/");

    [Theory]
    [InlineData("https://shop.example/any", true)]
    [InlineData("http://shop.example/any", false)]
    [InlineData("https://shop.example:8443/any", false)]
    [InlineData("https://shop.example.evil.test/any", false)]
    public void Keeps_to_the_origin(string url, bool inScope) => new CrawlScope(Origin, new()).Contains(new(url)).ShouldBe(inScope);

    [Theory]
    [InlineData("/app/users", true)]
    [InlineData("/other", false)]
    [InlineData("/app/admin/keys", false)]
    public void Applies_prefix_and_globs(string path, bool inScope)
    {
        var scope = new CrawlScope(Origin, new("/app", Include: ["/app/**"], Exclude: ["/app/admin/**"]));

        scope.Contains(new(Origin, path)).ShouldBe(inScope);
    }

    [Fact]
    public void One_star_stays_within_a_segment()
    {
        var scope = new CrawlScope(Origin, new(Include: ["/a/*"]));

        scope.Contains(new(Origin, "/a/b")).ShouldBeTrue();
        scope.Contains(new(Origin, "/a/b/c")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/doku.php?id=start", true)]
    [InlineData("/doku.php?id=start&do=login", false)]
    public void A_glob_may_speak_of_the_query(string path, bool inScope) =>
        new CrawlScope(Origin, new(Include: ["/doku.php"], Exclude: ["/**do=login**"])).Contains(new(Origin, path)).ShouldBe(inScope);
}
