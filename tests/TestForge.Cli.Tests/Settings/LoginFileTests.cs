using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class LoginFileTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = new() { ["SHOP_PASSWORD"] = "s3cret" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_a_login_and_leaves_the_secret_outside()
    {
        var login = await ReadAsync(Login());

        login.Url.ShouldBe("/login");
        login.Steps.Count.ShouldBe(3);
        login.Steps[1].Value.ShouldBe("${env:SHOP_PASSWORD}");
        login.Steps[2].Locator.Name.ShouldBe("Sign in");
        login.Success.Url.ShouldBe("/account");
    }

    [Fact]
    public async Task Names_the_environment_variable_that_is_missing()
    {
        _variables.Clear();
        var error = await FailureOf(Login());

        error.Code.ShouldBe("login.missing_variable");
        error.Message.ShouldContain("SHOP_PASSWORD");
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("x${env:SHOP_PASSWORD}")]
    public async Task Refuses_a_secret_in_plain_text_without_repeating_it(string value)
    {
        var error = await FailureOf(Login(password: value));

        error.Code.ShouldBe("login.literal_secret");
        error.Message.ShouldNotContain(value);
    }

    [Fact]
    public async Task Names_the_nearest_key()
    {
        var error = await FailureOf(Login().Replace("\"steps\"", "\"step\"", StringComparison.Ordinal));

        error.Code.ShouldBe("login.unknown_key");
        error.Message.ShouldContain("'steps'");
    }

    [Theory]
    [InlineData("\"click\"", "\"dance\"")]
    [InlineData("\"kind\": \"label\"", "\"kind\": \"smell\"")]
    [InlineData("\"url\": \"/account\"", "")]
    [InlineData("\"url\": \"/login\",", "")]
    [InlineData("\"steps\": [", "\"steps\": [3, ")]
    public async Task Refuses_what_could_not_sign_in(string part, string instead) =>
        (await FailureOf(Login().Replace(part, instead, StringComparison.Ordinal))).Code.ShouldBe("login.invalid");

    [Fact]
    public async Task Says_when_the_file_is_not_there() =>
        (await Should.ThrowAsync<StageException>(() => File().ReadAsync(_folder.In("no.json"), TestContext.Current.CancellationToken))).Code.ShouldBe("login.not_found");

    private static string Login(string password = "${env:SHOP_PASSWORD}") => $$"""
        {
          "url": "/login",
          "steps": [
            { "do": "fill", "locator": { "kind": "label", "value": "E-mail" }, "value": "me@shop.example" },
            { "do": "fill", "locator": { "kind": "label", "value": "Password" }, "value": "{{password}}" },
            { "do": "click", "locator": { "kind": "role", "value": "button", "name": "Sign in" } }
          ],
          "success": { "url": "/account" }
        }
        """;

    private LoginFile File() => new(_variables.GetValueOrDefault);

    private Task<LoginSpec> ReadAsync(string json) => File().ReadAsync(_folder.Write("login.json", json), TestContext.Current.CancellationToken);

    private Task<StageException> FailureOf(string json) => Should.ThrowAsync<StageException>(() => ReadAsync(json));
}
