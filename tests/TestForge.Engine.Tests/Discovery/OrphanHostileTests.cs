namespace TestForge.Engine.Tests.Discovery;

/// <summary>Runs alone, so that every browser process seen is its own.</summary>
[Collection(nameof(RunsAlone))]
public sealed class OrphanHostileTests
{
    [Fact]
    public async Task No_browser_process_outlives_a_crawl_of_hanging_pages()
    {
        var before = Descendants.Living();
        HashSet<int> during;
        await using (var rig = await HostileCrawl.RigAsync())
        {
            await rig.FromHomeAsync("/hang");
            during = [.. Descendants.Living().Except(before)];
        }

        during.ShouldNotBeEmpty();
        for (var i = 0; i < 50 && during.Any(Descendants.Lives); i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        during.Where(Descendants.Lives).Select(Descendants.CommandLine).ShouldBeEmpty();
    }
}
