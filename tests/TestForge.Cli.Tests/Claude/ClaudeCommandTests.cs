using TestForge.Cli.Tests.Commands;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Cli.Tests.Claude;

public sealed class ClaudeCommandTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Without_a_key_says_what_to_set_and_that_rules_do_without()
    {
        (await _cli.RunAsync("claude", "check")).ShouldBe(3);

        _cli.Error.ShouldStartWith("error claude.disabled: There is no key: set ANTHROPIC_API_KEY.");
        (await _cli.RunAsync("claude", "spending")).ShouldBe(0);
        _cli.Output.ShouldContain("0.00 USD, 0 calls");
    }

    [Fact]
    public async Task Says_what_a_model_takes_without_asking_it_anything()
    {
        await using var fake = await WithKeyAsync();

        (await _cli.RunAsync("claude", "check")).ShouldBe(0, _cli.Error);

        _cli.Output.ShouldContain("claude-sonnet-5-5, 2.00 USD in and 10.00 USD out a million tokens");
        _cli.Output.ShouldContain("5.00 USD a run");
        fake.Messages.ShouldBeEmpty();
        _cli.Output.ShouldNotContain(FakeClaudeServer.Key);
    }

    [Fact]
    public async Task One_question_is_asked_booked_and_told()
    {
        await using var fake = await WithKeyAsync();
        fake.Next(FakeReply.Json("""{ "word": "lantern" }"""), FakeReply.Json("""{ "word": "lantern" }"""));

        (await _cli.RunAsync("claude", "check", "--ask")).ShouldBe(0, _cli.Error);
        (await _cli.RunAsync("claude", "check", "--ask")).ShouldBe(0, _cli.Error);

        _cli.Output.ShouldContain("asked       answered in");

        // A kept answer would not show that the service answers.
        fake.Messages.Count().ShouldBe(2);
        (await _cli.RunAsync("claude", "spending")).ShouldBe(0);
        _cli.Output.ShouldContain("2 calls");
        _cli.Output.ShouldContain("check");
    }

    [Fact]
    public async Task A_key_that_is_refused_has_a_code()
    {
        await using var fake = await WithKeyAsync();
        _cli.Variables["ANTHROPIC_API_KEY"] = "sk-ant-wrong-0123456789";

        (await _cli.RunAsync("claude", "check")).ShouldBe(3);

        _cli.Error.ShouldStartWith("error claude.rejected:");
        _cli.Error.ShouldNotContain("sk-ant-wrong");
    }

    [Fact]
    public async Task A_model_without_a_price_is_not_asked()
    {
        await using var fake = await WithKeyAsync();

        (await _cli.RunAsync("claude", "check", "--claude-model", "claude-unheard-1")).ShouldBe(3);

        _cli.Error.ShouldStartWith("error claude.unfit_model: There is no price for the model 'claude-unheard-1'.");
    }

    [Theory]
    [InlineData("http://models.example")]
    [InlineData("https://user:word@models.example")]
    [InlineData("models.example")]
    public async Task The_key_goes_to_no_address_that_others_could_read(string address)
    {
        _cli.Variables["ANTHROPIC_API_KEY"] = FakeClaudeServer.Key;
        _cli.Variables["ANTHROPIC_BASE_URL"] = address;

        (await _cli.RunAsync("claude", "check")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error config.invalid_value: ANTHROPIC_BASE_URL");

        (await _cli.RunAsync("run", "http://127.0.0.1:9", "--out", _cli.In("out"))).ShouldBe(2);
        _cli.Error.ShouldContain("error config.invalid_value: ANTHROPIC_BASE_URL");
    }

    [Fact]
    public async Task A_settings_file_can_limit_spending_and_cannot_say_where_the_key_goes()
    {
        await using var fake = await WithKeyAsync();
        _cli.Write("testforge.json", """{ "claude": { "usdPerMonth": 12.5, "tokensPerRun": 90000, "usdPerCall": 0 } }""");
        (await _cli.RunAsync("claude", "check")).ShouldBe(0, _cli.Error);
        _cli.Output.ShouldContain("12.50 USD a month");
        _cli.Output.ShouldContain("90,000 tokens a run");

        fake.Next(FakeReply.Json("""{ "word": "lantern" }"""));
        (await _cli.RunAsync("claude", "check", "--ask")).ShouldBe(3);
        _cli.Error.ShouldStartWith("error claude.over_budget: One call may take 0.00 USD");
        fake.Messages.ShouldBeEmpty();

        _cli.Write("testforge.json", """{ "claude": { "baseUrl": "https://elsewhere.example" } }""");
        (await _cli.RunAsync("claude", "check")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error config.unknown_key:");

        _cli.Write("testforge.json", """{ "claude": { "mask": ["("] } }""");
        (await _cli.RunAsync("claude", "check")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error config.invalid_value: 'claude.mask'");
    }

    private async Task<FakeClaudeServer> WithKeyAsync()
    {
        var fake = await FakeClaudeServer.StartAsync();
        _cli.Variables["ANTHROPIC_API_KEY"] = FakeClaudeServer.Key;
        _cli.Variables["ANTHROPIC_BASE_URL"] = fake.Url.AbsoluteUri;
        return fake;
    }
}
