using TestForge.Engine.Claude;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

public sealed class ClaudeClientTests
{
    [Fact]
    public async Task Gives_a_typed_answer_with_what_it_cost()
    {
        await using var rig = await ClaudeRig.StartAsync();
        rig.Fake.Next(FakeReply.Json(PageAnswer.Good));

        var result = await rig.AskAsync();

        result.Reason.ShouldBeNull();
        result.Outcome.ShouldBe(ClaudeOutcome.Answered);
        result.Answer!.Kind.ShouldBe(PageKind.Cart);
        result.Answer.Actions.Single().Element.ShouldBe("e1");
        result.Usage.Output.ShouldBeGreaterThan(0);
        result.Usd.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_key_says_so_and_calls_nobody()
    {
        await using var rig = await ClaudeRig.StartAsync(o => o.ApiKey = null);

        var result = await rig.AskAsync();

        result.Outcome.ShouldBe(ClaudeOutcome.Disabled);
        result.Code.ShouldBe("claude.disabled");
        rig.Claude.IsEnabled.ShouldBeFalse();
        rig.Fake.Requests.ShouldBeEmpty();
    }
}
