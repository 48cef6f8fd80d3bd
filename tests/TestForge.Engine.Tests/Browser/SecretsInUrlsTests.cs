using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class SecretsInUrlsTests
{
    [Theory]
    [InlineData("https://u:p@s.example/a", "https://***@s.example/a")]
    [InlineData("https://s.example/?access_token=abc&page=2", "https://s.example/?access_token=***&page=2")]
    [InlineData("https://s.example/cb#id_token=abc", "https://s.example/cb#id_token=***")]
    [InlineData("https://s.example/?q=token", "https://s.example/?q=token")]
    public void Hides_credentials_and_nothing_else(string url, string expected) => SecretsInUrls.Hide(url).ShouldBe(expected);
}
