using System.Globalization;

namespace TestForge.Cli.Doctor;

/// <summary>Looks at memory, disk and the right to write.</summary>
internal static class MachineChecks
{
    /// <summary>A run of 50 pages leaves about 20 MB; a trace for each of 100 failures, about 100 MB.</summary>
    private const double DiskNeeded = 0.2;
    private const double DiskGood = 1;

    /// <summary>The browser takes 0.3 GB, each of its pages 15 MB more, the driver 0.2 GB, this process 0.1 GB.</summary>
    private const double MemoryNeeded = 0.5;
    private const double MemoryGood = 1;

    public static CheckResult Disk(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace / 1e9;
        return new("Disk space", true, StateOf(free, DiskNeeded, DiskGood), $"{Gigabytes(free)} free at {folder}", free < DiskGood ? "free some, or choose another disk with --out" : null);
    }

    public static CheckResult Memory()
    {
        var free = Available() / 1e9;
        return new("Memory", true, StateOf(free, MemoryNeeded, MemoryGood), $"{Gigabytes(free)} available", free < MemoryGood ? "end other programs, or run with --workers 1" : null);
    }

    public static CheckResult WriteAccess(string folder)
    {
        var probe = Path.Combine(folder, $".testforge-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("Write access", true, CheckState.Found, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("Write access", true, CheckState.Missing, $"{folder}: {e.Message}", "change to a folder of your own, or choose one with --out");
        }
    }

    private static CheckState StateOf(double amount, double needed, double good) =>
        amount < needed ? CheckState.Missing : amount < good ? CheckState.Low : CheckState.Found;

    private static string Gigabytes(double amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.0} GB");

    private static double Available()
    {
        // Containers see the host's memory there, and their own limit only through the runtime.
        var limit = (double)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        const string meminfo = "/proc/meminfo";
        if (!File.Exists(meminfo))
        {
            return limit;
        }

        var line = File.ReadLines(meminfo).FirstOrDefault(l => l.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return line is not null && double.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out var kibibytes)
            ? Math.Min(limit, kibibytes * 1024)
            : limit;
    }
}
