using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Transport;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

/// <summary>What the client needs of the service, asked of the fake one always and of the real one where there is a key, for less than a cent.</summary>
public sealed class ClaudeContractTests
{
    private const string Model = "claude-haiku-5-5";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lists_models_counts_tokens_and_answers_in_the_schema(bool real)
    {
        await using var rig = await StartAsync(real);
        rig.Fake.When(_ => true, _ => FakeReply.Json(PageAnswer.Good));

        var facts = await rig.Services.GetRequiredService<ModelDirectory>().FindAsync(Model, TestContext.Current.CancellationToken);
        var result = await rig.AskAsync(ClaudeRig.Request() with { Model = Model, MaxOutputTokens = 2_000 });

        facts!.StructuredOutputs.ShouldBe(true);
        facts.MaxInput!.Value.ShouldBeGreaterThan(1_000);
        result.Outcome.ShouldBe(ClaudeOutcome.Answered, result.Reason);
        result.Answer!.Kind.ShouldBe(PageKind.Cart);
        result.Usage.TotalInput.ShouldBeGreaterThan(50);
        result.Usage.Output.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refuses_a_key_that_is_none(bool real)
    {
        await using var rig = await StartAsync(real, o => o.ApiKey = "sk-ant-none-0000000000000000");

        var stopped = await Should.ThrowAsync<ClaudeStopException>(() => rig.Services.GetRequiredService<ClaudeTransport>().ModelsAsync(TestContext.Current.CancellationToken));

        stopped.Outcome.ShouldBe(ClaudeOutcome.Rejected);
        stopped.ToString().ShouldNotContain("sk-ant-none");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Knows_no_model_by_a_made_up_name(bool real)
    {
        await using var rig = await StartAsync(real);

        var stopped = await Should.ThrowAsync<ClaudeStopException>(() => rig.Services.GetRequiredService<ModelDirectory>().FindAsync("claude-none-0", TestContext.Current.CancellationToken));

        stopped.Message.ShouldContain(Model);
    }

    private static async Task<ClaudeRig> StartAsync(bool real, Action<ClaudeOptions>? configure = null)
    {
        var key = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY");
        Assert.SkipWhen(real && string.IsNullOrEmpty(key), "ANTHROPIC_API_KEY is not set, so the real service is not asked.");
        return await ClaudeRig.StartAsync(o =>
        {
            if (real)
            {
                (o.ApiKey, o.BaseUrl) = (key, Environment.GetEnvironmentVariable("ANTHROPIC_BASE_URL") ?? ClaudeOptions.DefaultBaseUrl);
            }

            configure?.Invoke(o);
        });
    }
}
