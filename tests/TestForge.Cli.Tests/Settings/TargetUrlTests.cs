using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class TargetUrlTests
{
    [Theory]
    [InlineData("shop.example", "https://shop.example/")]
    [InlineData("shop.example:8443/a?b=c", "https://shop.example:8443/a?b=c")]
    [InlineData("localhost:3000", "http://localhost:3000/")]
    [InlineData("app.localhost", "http://app.localhost/")]
    [InlineData("127.0.0.1:8080/x", "http://127.0.0.1:8080/x")]
    [InlineData("[::1]:8080", "http://[::1]:8080/")]
    [InlineData("10.1.2.3", "http://10.1.2.3/")]
    [InlineData("HTTP://Shop.Example/A", "http://shop.example/A")]
    [InlineData("https://shop.example/#part", "https://shop.example/")]
    [InlineData(" https://shop.example ", "https://shop.example/")]
    public void Completes_what_was_typed(string typed, string address) => TargetUrl.Parse(typed).AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("ftp://shop.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@b.example")]
    [InlineData("data:text/html,hi")]
    public void Refuses_other_schemes(string typed) =>
        Should.Throw<StageException>(() => TargetUrl.Parse(typed)).Code.ShouldBe("usage.unsupported_scheme");

    [Theory]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://a b.example")]
    [InlineData("https://:80")]
    [InlineData("shop.example:99999")]
    public void Refuses_what_is_no_address(string typed) =>
        Should.Throw<StageException>(() => TargetUrl.Parse(typed)).Code.ShouldBe("usage.invalid_url");
}
