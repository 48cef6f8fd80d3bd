using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_every_kind_of_setting()
    {
        var values = await ReadAsync("""
            {
              // Comments and trailing commas are allowed.
              "$schema": "testforge.schema.json",
              "url": "shop.example", "maxPages": 7, "rate": 0.5, "headed": true, "exclude": ["/admin/**", "/cart"],
              "script": "both", "storageState": "state.json",
            }
            """);

        values.Text(KnownSettings.Url).ShouldBe("shop.example");
        values.Number(KnownSettings.MaxPages).ShouldBe(7);
        values.Fraction(KnownSettings.Rate).ShouldBe(0.5);
        values.Switch(KnownSettings.Headed).ShouldBeTrue();
        values.List(KnownSettings.Exclude).ShouldBe(["/admin/**", "/cart"]);
        values.Text(KnownSettings.StorageState).ShouldBe(_folder.In("state.json"));
        values.Switch(KnownSettings.Quiet).ShouldBeFalse();
    }

    [Fact]
    public async Task Settings_of_one_thing_may_stand_together()
    {
        var values = await ReadAsync("""
            { "healing": { "policy": "suggest", "maxHeals": 3, "cases": { "smoke-*": "off" }, "elements": { "getByTestId('pay')": "heal-and-patch" } } }
            """);

        values.Text(KnownSettings.Healing).ShouldBe("suggest");
        values.Number(KnownSettings.MaxHeals).ShouldBe(3);
        values.Map(KnownSettings.HealingOfCases).ShouldBe(new Dictionary<string, string> { ["smoke-*"] = "off" });
        values.Map(KnownSettings.HealingOfElements).ShouldBe(new Dictionary<string, string> { ["getByTestId('pay')"] = "heal-and-patch" });
    }

    [Fact]
    public async Task Is_optional() => (await Read(_folder.In("testforge.json"))).Given.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "maxPage": 3 }""", "config.unknown_key", "'maxPage'", "'maxPages'")]
    [InlineData("""{ "maxPages": "3" }""", "config.invalid_type", "'maxPages' is \"3\"", "a whole number from 1 to 100000")]
    [InlineData("""{ "maxPages": 0 }""", "config.invalid_value", "'maxPages' is 0", "a whole number from 1 to 100000")]
    [InlineData("""{ "maxPages": 1.5 }""", "config.invalid_value", "'maxPages' is 1.5", "a whole number")]
    [InlineData("""{ "rate": 1001 }""", "config.invalid_value", "'rate' is 1001", "a number from 0 to 1000")]
    [InlineData("""{ "rate": "2" }""", "config.invalid_type", "'rate' is \"2\"", "a number from 0 to 1000")]
    [InlineData("""{ "viewport": 1440 }""", "config.invalid_type", "'viewport' is 1440", "WIDTHxHEIGHT")]
    [InlineData("""{ "viewport": "wide" }""", "config.invalid_value", "'viewport' is \"wide\"", "such as 1440x900")]
    [InlineData("""{ "headed": "yes" }""", "config.invalid_type", "'headed' is \"yes\"", "true or false")]
    [InlineData("""{ "script": "java" }""", "config.invalid_value", "'script' is \"java\"", "typescript, csharp, both, gherkin-typescript or gherkin-csharp")]
    [InlineData("""{ "exclude": "/a" }""", "config.invalid_type", "'exclude' is \"/a\"", "a list of texts")]
    [InlineData("""{ "exclude": ["/a", 3] }""", "config.invalid_type", "'exclude'", "a list of texts")]
    [InlineData("""{ "healing": { "polcy": "off" } }""", "config.unknown_key", "'healing.polcy'", "'healing.policy'")]
    [InlineData("""{ "healing": { "policy": "never" } }""", "config.invalid_value", "'healing.policy' is \"never\"", "off, suggest, heal-and-report or heal-and-patch")]
    [InlineData("""{ "healing": { "cases": { "a": 1 } } }""", "config.invalid_type", "'healing.cases'", "an object of names")]
    [InlineData("""{ "healing": { "cases": { "a": "on" } } }""", "config.invalid_value", "'healing.cases'", "each with one of off")]
    [InlineData("""{ "seed": 1, "seed": 2 }""", "config.invalid_json", "seed", "testforge.json")]
    [InlineData("""{ "seed": """, "config.invalid_json", "testforge.json", "cannot be read")]
    [InlineData("""[]""", "config.invalid_json", "testforge.json", "not an object")]
    public async Task Names_key_value_and_what_is_allowed(string json, string code, string names, string allowed)
    {
        var error = await Should.ThrowAsync<StageException>(() => ReadAsync(json));

        error.Code.ShouldBe(code);
        error.Message.ShouldContain(names);
        error.Message.ShouldContain(allowed);
    }

    [Fact]
    public async Task Reads_back_what_it_wrote()
    {
        var values = await ReadAsync("""{ "maxPages": 7, "headed": true, "exclude": ["/a"], "script": "both", "login": "login.json" }""");

        await SettingsFile.WriteAsync(_folder.In("again.json"), values, TestContext.Current.CancellationToken);

        var again = await Read(_folder.In("again.json"));
        again.Given.ShouldBe(values.Given, ignoreOrder: true);
        again.Number(KnownSettings.MaxPages).ShouldBe(7);
        again.List(KnownSettings.Exclude).ShouldBe(["/a"]);
        again.Text(KnownSettings.Login).ShouldBe(_folder.In("login.json"));
    }

    private Task<SettingValues> ReadAsync(string json) => Read(_folder.Write("testforge.json", json));

    private Task<SettingValues> Read(string path) =>
        SettingsFile.ReadAsync(path, new SettingReader(_folder.Path), TestContext.Current.CancellationToken);
}
