using System.Globalization;
using System.Text;
using TestForge.Engine.Goals.Live;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What was tried for a goal, in a line each, and whether it goes round in circles.</summary>
internal sealed class GoalHistory
{
    private const int MaxChanges = 3;
    private const int MaxSame = 3;
    private const int MaxIdle = 5;

    private readonly List<string> _lines = [];
    private readonly Dictionary<string, int> _tried = [];
    private int _idle;

    /// <summary>Steps tried so far.</summary>
    public int Count { get; private set; }

    public void Note(string line) => _lines.Add($"- {line}");

    /// <summary>Takes a step in; returns why it is no use to go on, or null.</summary>
    public string? Add(string what, string stateBefore, LiveAnswer answer)
    {
        Count++;
        var came = answer.Result switch
        {
            LiveResult.Refused => $"refused: {answer.Message}",
            LiveResult.Failed => $"failed: {answer.Message}",
            _ => string.Join("; ", answer.Changes.Take(MaxChanges)) + (answer.Changes.Count > MaxChanges ? "; …" : ""),
        };
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Count}. {what}: {came}"));
        _idle = answer is { Result: LiveResult.Done, Step: { } step } && step.StateBefore != step.StateAfter ? 0 : _idle + 1;
        var same = _tried[$"{stateBefore} {what}"] = _tried.GetValueOrDefault($"{stateBefore} {what}") + 1;
        return same >= MaxSame ? $"it went round in circles: {what} was tried {same} times on the same page"
            : _idle >= MaxIdle ? $"{_idle} steps in a row changed nothing"
            : null;
    }

    public override string ToString() => _lines.Count == 0 ? "nothing yet" : new StringBuilder().AppendJoin('\n', _lines).ToString();
}
