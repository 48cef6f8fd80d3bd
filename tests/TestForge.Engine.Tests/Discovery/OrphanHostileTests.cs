using System.Globalization;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Runs alone, so that every browser process seen is its own.</summary>
[Collection(nameof(RunsAlone))]
public sealed class OrphanHostileTests
{
    [Fact]
    public async Task No_browser_process_outlives_a_crawl_of_hanging_pages()
    {
        var before = Processes();
        HashSet<int> during;
        await using (var rig = await HostileCrawl.RigAsync())
        {
            await rig.FromHomeAsync("/hang");
            during = [.. Processes().Except(before)];
        }

        during.ShouldNotBeEmpty();
        for (var i = 0; i < 50 && during.Any(Lives); i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        during.Where(Lives).Select(CommandLine).ShouldBeEmpty();
    }

    /// <summary>This process's descendants that live.</summary>
    private static HashSet<int> Processes()
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(p => p.Parent, p => p.Id);
        var found = new HashSet<int>();
        var open = new Queue<int>([Environment.ProcessId]);
        while (open.TryDequeue(out var at))
        {
            foreach (var child in parents[at].Where(found.Add))
            {
                open.Enqueue(child);
            }
        }

        return found;
    }

    // "pid (name) state parent …"; a zombie, state Z, is dead and only waits to be collected.
    private static int Parent(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var rest = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return rest[0] == "Z" ? 0 : int.Parse(rest[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // An orphan has another parent, so survivors are looked up by their ids.
    private static bool Lives(int id) => Parent(id) != 0;

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "ended";
        }
    }
}
