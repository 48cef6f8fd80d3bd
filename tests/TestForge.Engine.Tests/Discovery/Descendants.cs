using System.Globalization;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>The processes this one has started, and those that they have.</summary>
internal static class Descendants
{
    public static HashSet<int> Living()
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
    public static bool Lives(int id) => Parent(id) != 0;

    public static string CommandLine(int id)
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
