using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class UrlNormalFormTests
{
    [Theory]
    [InlineData("HTTP://Shop.Example:80/a", "http://shop.example/a")]
    [InlineData("https://shop.example/a/../b", "https://shop.example/b")]
    [InlineData("https://shop.example/#top", "https://shop.example/")]
    [InlineData("https://shop.example/#/users/1", "https://shop.example/#/users/1")]
    [InlineData("https://shop.example/?b=2&a=1", "https://shop.example/?a=1&b=2")]
    [InlineData("https://shop.example/?utm_source=x&a=1&gclid=3", "https://shop.example/?a=1")]
    [InlineData("https://shop.example/x;jsessionid=ABC?PHPSESSID=1", "https://shop.example/x")]
    [InlineData("https://shop.example/?", "https://shop.example/")]
    public void Brings_equal_addresses_into_one_form(string url, string expected) =>
        UrlNormalForm.Parse(url)!.AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@b.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_no_web_address(string? url) => UrlNormalForm.Parse(url).ShouldBeNull();
}
