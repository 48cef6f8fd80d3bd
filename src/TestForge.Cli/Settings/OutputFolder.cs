using System.Globalization;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Decides where a run leaves its files, and never in a folder that holds somebody's other things.</summary>
internal static class OutputFolder
{
    public const string Root = "testforge-out";
    private const string State = ".testforge";
    private const string HealsEnding = ".heals.json";

    /// <summary>The folder for a run that begins.</summary>
    public static RunFolder Begin(string? asked, string name, string workingFolder, TimeProvider clock) =>
        RunFolder.Open(asked is null ? Fresh(Path.Combine(workingFolder, Root), name, clock) : Checked(asked));

    /// <summary>The folder of a run that is there.</summary>
    public static RunFolder Existing(string? asked, string command)
    {
        if (asked is null)
        {
            throw new StageException("usage.missing_out", $"`testforge {command}` works on the files of an earlier stage: name their folder with --out DIR.", retryable: false);
        }

        return Directory.Exists(asked)
            ? RunFolder.Open(asked)
            : throw new StageException("usage.missing_out", $"The folder '{asked}' does not exist.", retryable: false);
    }

    public static RunFolder Resumed(string folder) => Directory.Exists(Path.Combine(folder, State))
        ? RunFolder.Open(folder)
        : throw new StageException("resume.no_run", $"'{folder}' holds no run to resume. Give the folder a run was started with (--out).", retryable: false);

    /// <summary>Where the settings of a run are remembered.</summary>
    public static string SettingsPath(RunFolder folder) => Path.Combine(folder.Path, State, "settings.json");

    /// <summary>A host as a folder name: letters, digits, dots and hyphens only.</summary>
    public static string NameFor(Uri target)
    {
        var host = string.Concat(target.IdnHost.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-')).Trim('.', '-');
        return host.Length == 0 ? "site" : host;
    }

    /// <summary>Where runs of a target are remembered, beside the folders that runs leave when nothing else is said.</summary>
    public static string HistoryFor(string name, string workingFolder) => Path.Combine(workingFolder, Root, "history", name + ".jsonl");

    /// <summary>Where the heals of a target are remembered.</summary>
    public static string HealsFor(string name, string workingFolder) => Path.Combine(workingFolder, Root, "history", name + HealsEnding);

    /// <summary>Every file of remembered heals.</summary>
    public static IReadOnlyList<string> HealsIn(string workingFolder) =>
        Directory.Exists(Path.Combine(workingFolder, Root, "history")) ? [.. Directory.GetFiles(Path.Combine(workingFolder, Root, "history"), "*" + HealsEnding).Order(StringComparer.Ordinal)] : [];

    /// <summary>The folders of runs that have a plan, the newest first.</summary>
    public static IReadOnlyList<string> Runs(string workingFolder) => Runs(workingFolder, RunFolder.PlanFile);

    /// <summary>The folders of runs that have a file, that with the newest first.</summary>
    public static IReadOnlyList<string> Runs(string workingFolder, string file) => Directory.Exists(Path.Combine(workingFolder, Root))
        ? [.. Directory.GetDirectories(Path.Combine(workingFolder, Root)).Where(d => File.Exists(Path.Combine(d, file))).OrderByDescending(d => File.GetLastWriteTimeUtc(Path.Combine(d, file)))]
        : [];

    /// <summary>Where the baselines of a target are kept.</summary>
    public static string BaselinesFor(string name, string workingFolder) => Path.Combine(workingFolder, Root, "baselines", name);

    /// <summary>A target as a file name: two ports of one host are two applications, and so may two paths be.</summary>
    public static string HistoryNameFor(Uri target)
    {
        var path = string.Concat(target.AbsolutePath.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-')).Trim('.', '-');
        string[] parts = [NameFor(target), .. target.IsDefaultPort ? Array.Empty<string>() : [target.Port.ToString(CultureInfo.InvariantCulture)], .. path.Length == 0 ? Array.Empty<string>() : [path]];
        var name = string.Join('-', parts);
        return name.Length <= 100 ? name : name[..100];
    }

    private static string Fresh(string root, string name, TimeProvider clock)
    {
        var path = Path.Combine(root, $"{name}-{clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        var free = path;
        for (var n = 2; Directory.Exists(free); n++)
        {
            free = $"{path}-{n}";
        }

        return free;
    }

    private static string Checked(string path)
    {
        if (File.Exists(path))
        {
            throw new StageException("output.not_a_folder", $"'{path}' is a file. Name a folder with --out.", retryable: false);
        }

        var foreign = Directory.Exists(path) && !Directory.Exists(Path.Combine(path, State)) && Directory.EnumerateFileSystemEntries(path).Any();
        return foreign
            ? throw new StageException("output.not_empty", $"'{path}' holds files that are not of a run. Name an empty or new folder with --out.", retryable: false)
            : path;
    }
}
