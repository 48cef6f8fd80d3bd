using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery;

/// <summary>
/// How many tabs may be at work: one more while the machine has time left and all are busy, as with an application that
/// answers slowly; one fewer while work waits for the machine.
/// </summary>
/// <param name="start">Tabs at first.</param>
/// <param name="most">Most tabs.</param>
/// <param name="look">Tells how busy the machine is.</param>
/// <param name="clock">Tells when to look again.</param>
internal sealed class TabLimit(int start, int most, Func<MachineLoad> look, TimeProvider clock)
{
    private const double TimeLeft = 0.75;
    private const double LittleMemory = 0.10;
    private const double EnoughMemory = 0.20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MuchLag = TimeSpan.FromMilliseconds(500);
    private long _looked = clock.GetTimestamp();
    private int _now = Math.Min(start, most);

    /// <summary>Returns the limit now.</summary>
    /// <param name="busy">Tabs at work.</param>
    public int Now(int busy)
    {
        if (clock.GetElapsedTime(_looked) < Interval)
        {
            return _now;
        }

        _looked = clock.GetTimestamp();
        var load = look();
        if (load.Lag > MuchLag || load.FreeMemory < LittleMemory)
        {
            _now = Math.Max(1, _now - 1);
        }
        else if (busy >= _now && load.Processor < TimeLeft && load.FreeMemory > EnoughMemory)
        {
            _now = Math.Min(most, _now + 1);
        }

        return _now;
    }
}
