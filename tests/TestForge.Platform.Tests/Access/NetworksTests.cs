using System.Net;
using TestForge.Platform.Access;

namespace TestForge.Platform.Tests.Access;

public sealed class NetworksTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("203.0.113.0/24", "203.0.114.9", false)]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.9", true)]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("::/0", "203.0.113.9", false)]
    public void An_address_is_in_a_network_of_its_own_kind(string network, string address, bool allowed) =>
        Networks.Allow([Networks.Normal(network)!], IPAddress.Parse(address)).ShouldBe(allowed);

    [Fact]
    public void Without_a_list_everybody_may_come_and_with_one_nobody_without_an_address()
    {
        Networks.Allow([], null).ShouldBeTrue();
        Networks.Allow(["203.0.113.0/24"], null).ShouldBeFalse();
    }

    [Fact]
    public void An_address_with_a_length_is_the_network_it_is_in() => Networks.Normal("203.0.113.9/24").ShouldBe("203.0.113.0/24");

    [Theory]
    [InlineData("203.0.113.0/33")]
    [InlineData("shop.example")]
    [InlineData("")]
    public void What_is_no_network_is_none(string text) => Networks.Normal(text).ShouldBeNull();
}
