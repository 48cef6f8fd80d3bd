using System.Diagnostics;
using System.Globalization;

namespace TestForge.Engine.Browser;

/// <summary>How busy the machine is.</summary>
/// <param name="Processor">Share of all processors' time used since the last look, 0 to 1; null where it cannot be told.</param>
/// <param name="FreeMemory">Share of the memory that is free, 0 to 1.</param>
/// <param name="Lag">How long work of this process waits for a thread.</param>
internal sealed record MachineLoad(double? Processor, double FreeMemory, TimeSpan Lag)
{
    /// <summary>Looks from time to time. Safe for use from several threads.</summary>
    public sealed class Meter
    {
        private readonly Lock _gate = new();
        private (long Busy, long All)? _last = ProcessorTicks();
        private long _lagTicks;

        public Meter() => ProbeLag();

        public MachineLoad Look()
        {
            lock (_gate)
            {
                var (before, now) = (_last, ProcessorTicks());
                _last = now;
                double? processor = before is { } b && now is { } n && n.All > b.All ? (double)(n.Busy - b.Busy) / (n.All - b.All) : null;
                var lag = TimeSpan.FromSeconds(Interlocked.Read(ref _lagTicks) / (double)Stopwatch.Frequency);
                ProbeLag();
                return new(processor, FreeShare(), lag);
            }
        }

        private void ProbeLag()
        {
            var queued = Stopwatch.GetTimestamp();
            ThreadPool.UnsafeQueueUserWorkItem(_ => Interlocked.Exchange(ref _lagTicks, Stopwatch.GetTimestamp() - queued), null);
        }

        // "cpu  user nice system idle iowait irq softirq steal …" (proc_stat(5)).
        private static (long Busy, long All)? ProcessorTicks()
        {
            if (!OperatingSystem.IsLinux())
            {
                return null;
            }

            using var reader = new StreamReader("/proc/stat");
            var ticks = reader.ReadLine()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            var all = ticks.Sum();
            return (all - ticks[3] - ticks[4], all);
        }

        private static double FreeShare()
        {
            var known = GC.GetGCMemoryInfo();
            if (!OperatingSystem.IsLinux())
            {
                return known.TotalAvailableMemoryBytes > 0 ? 1 - ((double)known.MemoryLoadBytes / known.TotalAvailableMemoryBytes) : 1;
            }

            var sizes = File.ReadLines("/proc/meminfo").Take(3).Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).ToArray();
            return sizes[2] / sizes[0];
        }
    }
}
