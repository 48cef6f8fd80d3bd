using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>What the lines of a month add up to. It is read on from where it was read to, so that a long month costs nothing.</summary>
internal sealed class LedgerMonth
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Dictionary<string, LedgerLine> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tenant, string Project, string Run, ClaudePurpose Purpose), Spending> _spent = [];
    private readonly Dictionary<(string Tenant, string Run, ClaudePurpose Purpose, string Subject), Spending> _subjects = [];

    /// <summary>Bytes read of the file.</summary>
    public long Position { get; private set; }

    public static byte[] Write(LedgerLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n'];

    /// <summary>Reads whole lines; what a crash cut off is left.</summary>
    public void Read(Stream file)
    {
        file.Position = Position;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var text = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        for (int end; (end = text.IndexOf((byte)'\n')) >= 0; text = text[(end + 1)..])
        {
            Position += end + 1;
            if (Parse(text[..end]) is { } line)
            {
                Add(line);
            }
        }
    }

    public void Add(LedgerLine line)
    {
        if (line.IsReservation)
        {
            _open[line.Id] = line;
            return;
        }

        _open.Remove(line.Id);
        var spending = new Spending(line.SavedUsd > 0 ? 0 : line.Calls, line.SavedUsd > 0 ? 1 : 0, line.Usd, line.SavedUsd, line.Tokens);
        var key = (line.Tenant, line.Project, line.Run, line.Purpose);
        _spent[key] = _spent.GetValueOrDefault(key) + spending;
        if (line.Subject is { } subject)
        {
            var of = (line.Tenant, line.Run, line.Purpose, subject);
            _subjects[of] = _subjects.GetValueOrDefault(of) + spending;
        }
    }

    /// <summary>Spent and reserved where <paramref name="counts"/> says so.</summary>
    public (decimal Usd, long Tokens) Committed(Func<ClaudeScope, bool> counts, DateTimeOffset now)
    {
        var spent = _spent.Where(s => counts(new(s.Key.Tenant, s.Key.Project, s.Key.Run))).Select(s => (s.Value.Usd, s.Value.Tokens));
        var open = _open.Values.Where(o => o.ReservedUntil > now && counts(new(o.Tenant, o.Project, o.Run))).Select(o => (o.Usd, o.Tokens));
        return spent.Concat(open).Aggregate((Usd: 0m, Tokens: 0L), (sum, s) => (sum.Usd + s.Item1, sum.Tokens + s.Item2));
    }

    public IReadOnlyDictionary<string, Spending> ByProject() => _spent
        .GroupBy(s => s.Key.Project)
        .Select(g => (Project: g.Key, Sum: g.Aggregate(default(Spending), (sum, s) => sum + s.Value)))
        .OrderByDescending(p => p.Sum.Usd)
        .ToDictionary(p => p.Project, p => p.Sum, StringComparer.Ordinal);

    public Spending Total(Func<ClaudeScope, bool> counts) =>
        _spent.Where(s => counts(new(s.Key.Tenant, s.Key.Project, s.Key.Run))).Aggregate(default(Spending), (sum, s) => sum + s.Value);

    public IReadOnlyDictionary<ClaudePurpose, Spending> ByPurpose(Func<ClaudeScope, bool> counts) => _spent
        .Where(s => counts(new(s.Key.Tenant, s.Key.Project, s.Key.Run)))
        .GroupBy(s => s.Key.Purpose)
        .ToDictionary(g => g.Key, g => g.Aggregate(default(Spending), (sum, s) => sum + s.Value));

    public IReadOnlyDictionary<string, Spending> BySubject(ClaudeScope run, ClaudePurpose purpose) => _subjects
        .Where(s => s.Key.Tenant == run.Tenant && s.Key.Run == run.Run && s.Key.Purpose == purpose)
        .ToDictionary(s => s.Key.Subject, s => s.Value, StringComparer.Ordinal);

    private static LedgerLine? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerLine>(line, Json);
        }
        catch (JsonException)
        {
            // A line that a full disk or a crash damaged; the others still count.
            return null;
        }
    }
}
