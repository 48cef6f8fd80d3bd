using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class SessionSecretsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Are_what_is_typed_to_sign_in_and_what_a_storage_state_holds()
    {
        var login = new LoginSpec
        {
            Url = "/login",
            Steps = [new("fill", new() { Kind = LocatorKind.Label, Value = "Password" }, "${env:SHOP_PASSWORD}"), new("fill", new() { Kind = LocatorKind.Label, Value = "Name" }, "anna")],
            Success = new("/"),
        };
        var state = _folder.Write("state.json", """
            {
              "cookies": [{ "name": "sid", "value": "0123456789abcdef" }, { "name": "lang", "value": "en" }],
              "origins": [{ "origin": "http://shop.example", "localStorage": [{ "name": "token", "value": "fedcba9876543210" }] }]
            }
            """);

        SessionSecrets.Of([new(null, login), new(state), new()], name => name == "SHOP_PASSWORD" ? "hunter2" : null)
            .ShouldBe(["hunter2", "0123456789abcdef", "fedcba9876543210"], ignoreOrder: true);
    }
}
