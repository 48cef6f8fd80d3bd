using System.Net;
using Microsoft.Extensions.Options;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Tests.Projects;

public sealed class TargetGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:8000/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://shop.localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://inside.example/")]
    public async Task A_server_refuses_what_is_not_public(string url) =>
        (await Gate(new()).RefusalOfAsync(new(url), Token)).ShouldNotBeNull();

    [Fact]
    public async Task What_is_public_may_be_tested() => (await Gate(new()).RefusalOfAsync(new("https://outside.example/"), Token)).ShouldBeNull();

    [Theory]
    [InlineData("http://localhost:3000/", true)]
    [InlineData("http://127.0.0.1:3000/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://inside.example/", false)]
    public async Task On_a_persons_own_machine_that_machine_may_be_tested_and_the_network_not(string url, bool may) =>
        (await Gate(new() { AllowLoopback = true }).RefusalOfAsync(new(url), Token) is null).ShouldBe(may);

    [Fact]
    public async Task An_operator_may_allow_the_network() => (await Gate(new() { AllowPrivateNetworks = true }).RefusalOfAsync(new("http://10.0.0.1/"), Token)).ShouldBeNull();

    [Theory]
    [InlineData("ftp://shop.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("shop.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://ann:secret@shop.example")]
    [InlineData("https://")]
    public void An_address_has_to_be_one_that_a_browser_opens(string text) => TargetGate.WhyNoTarget(text).ShouldNotBeNull();

    private static TargetGate Gate(EgressOptions options) => new(
        Options.Create(options),
        (host, _) => Task.FromResult<IPAddress[]>(host == "inside.example" ? [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback] : [IPAddress.Parse("8.8.8.8")]));
}
