using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Runs alone, so that every renderer seen is its own.</summary>
[Collection(nameof(RunsAlone))]
public sealed class CrashHostileTests
{
    [Fact]
    public async Task A_page_that_crashes_its_renderer_is_named_and_the_rest_is_crawled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Renderers are found in /proc.");
        await using var rig = await HostileCrawl.RigAsync(
            more: app =>
            {
                // No script crashes a current Chromium at will, so the page's request for its script ends the renderer.
                app.MapGet("/crash", () => Results.Content("<!doctype html><title>Crash</title><h1>Crash</h1><script src=/crash.js></script>", "text/html"));
                app.MapGet("/crash.js", KillRenderers);
            },
            configure: services => services.Configure<DiscoveryOptions>(o => o.Tabs = 1));

        var page = (await rig.FromHomeAsync("/crash")).Page("/crash");

        page.Outcome.ShouldBe(PageOutcome.Crashed);
        page.OutcomeDetail.ShouldBe("the page crashed its renderer");
    }

    private static void KillRenderers()
    {
        foreach (var id in Descendants.Living().Where(id => Descendants.CommandLine(id).Contains("--type=renderer", StringComparison.Ordinal)))
        {
            using var renderer = Process.GetProcessById(id);
            renderer.Kill();
        }
    }
}
