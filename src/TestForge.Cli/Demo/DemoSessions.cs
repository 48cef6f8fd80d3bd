using System.Collections.Concurrent;
using System.Globalization;

namespace TestForge.Cli.Demo;

internal sealed class DemoSessions
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, DemoSession> _sessions = new(StringComparer.Ordinal);
    private int _count;

    public DemoSession? Find(string? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    public DemoSession Create()
    {
        // Numbered rather than random: two runs against the sample shop must see the same bytes.
        var number = Interlocked.Increment(ref _count);
        var session = new DemoSession(Key(number));
        _sessions[session.Id] = session;
        _sessions.TryRemove(Key(number - Most), out _);
        return session;
    }

    public void End(DemoSession session) => _sessions.TryRemove(session.Id, out _);

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"visitor-{number:D6}");
}
