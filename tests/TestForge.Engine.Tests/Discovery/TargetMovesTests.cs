using TestForge.Engine.Discovery;

namespace TestForge.Engine.Tests.Discovery;

public sealed class TargetMovesTests
{
    [Theory]
    [InlineData("http://a.test/", "https://a.test/", true)]
    [InlineData("http://a.test/", "https://www.a.test/x", true)]
    [InlineData("https://www.a.test/", "https://a.test/", true)]
    [InlineData("http://a.test:8080/", "https://a.test:8443/", true)]
    [InlineData("https://a.test/", "http://a.test/", false)]
    [InlineData("http://a.test/", "http://a.test:8080/", false)]
    [InlineData("https://a.test/", "https://login.a.test/", false)]
    [InlineData("https://a.test/", "https://b.test/", false)]
    public void Only_a_secured_or_www_address_of_the_same_host_is_the_same_site(string target, string final, bool same) =>
        TargetMoves.SameSite(new(target), new(final)).ShouldBe(same);
}
