namespace TestForge.Engine.Execution;

/// <summary>Knows which cases of this process run at the same time.</summary>
internal sealed class RunningCases
{
    /// <summary>Enough to look for interference among; more only says that the machine was busy.</summary>
    private const int MaxNamed = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<object, (string CaseId, HashSet<string> Beside)> _running = [];

    /// <summary>Returns a token to end with.</summary>
    public object Begin(string caseId)
    {
        var token = new object();
        lock (_gate)
        {
            var beside = new HashSet<string>();
            foreach (var (other, others) in _running.Values)
            {
                Add(others, caseId);
                Add(beside, other);
            }

            _running[token] = (caseId, beside);
        }

        return token;
    }

    /// <summary>Returns the cases that ran at the same time for a while.</summary>
    public IReadOnlyList<string> End(object token)
    {
        lock (_gate)
        {
            return _running.Remove(token, out var entry) ? [.. entry.Beside.Order(StringComparer.Ordinal)] : [];
        }
    }

    private static void Add(HashSet<string> cases, string caseId)
    {
        if (cases.Count < MaxNamed)
        {
            cases.Add(caseId);
        }
    }
}
