using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

public sealed class AddressCheckTests
{
    [Theory]
    [InlineData("/orders", "/orders")]
    [InlineData("/sign-in?next=%2Forders", "/sign-in?next=%2Forders")]
    [InlineData("/orders/4711", "/orders/*")]
    [InlineData("/home?session_token=8f2a", null)]
    [InlineData("/#access_token=8f2a&page=2", null)]
    public void An_address_is_expected_unless_it_holds_a_secret(string path, string? expected) =>
        (AddressCheck.Of(path) switch { StepAction.ExpectUrl c => c.Path, StepAction.ExpectUrlLike c => c.Template, _ => null }).ShouldBe(expected);
}
