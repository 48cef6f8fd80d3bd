using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

/// <summary>One page can end the browser for all; nobody may be given one that is ending, and none may be ended in the place of another.</summary>
public sealed class BrowserHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_that_is_ending_is_given_to_nobody()
    {
        await using var rig = await EngineRig.StartAsync(_ => { });
        await using var first = await BrowserSession.OpenAsync(rig.Browser, new(), Token);

        var ending = rig.Browser.EndAsync(first.Context.Browser!);
        first.Alive.ShouldBeFalse();
        await using var second = await BrowserSession.OpenAsync(rig.Browser, new(), Token);
        await ending;

        second.Alive.ShouldBeTrue();
        (await second.Page.EvaluateAsync<int>("1 + 1")).ShouldBe(2);
        rig.Browser.Version.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_left_of_an_ended_browser_ends_none_started_since()
    {
        await using var rig = await EngineRig.StartAsync(_ => { });
        var first = await BrowserSession.OpenAsync(rig.Browser, new(), Token);
        var ended = first.Context.Browser!;
        await rig.Browser.EndAsync(ended);
        await using var second = await BrowserSession.OpenAsync(rig.Browser, new(), Token);

        await first.DisposeAsync();
        await rig.Browser.EndAsync(ended);

        second.Alive.ShouldBeTrue();
        (await second.Page.EvaluateAsync<int>("1 + 1")).ShouldBe(2);
    }
}
