using System.Diagnostics.CodeAnalysis;
using TestForge.Engine.Claude.Masking;

namespace TestForge.Engine.Claude;

/// <summary>An answer and what it cost, or why there is none.</summary>
internal sealed record ClaudeResult<T>
    where T : class
{
    public required ClaudeOutcome Outcome { get; init; }

    public T? Answer { get; init; }

    /// <summary>Why there is no answer, in a sentence for people.</summary>
    public string? Reason { get; init; }

    public ClaudeUsage Usage { get; init; }

    public decimal Usd { get; init; }

    /// <summary>What an answer from the cache cost when it was made.</summary>
    public decimal SavedUsd { get; init; }

    /// <summary>Whether the first answer had faults.</summary>
    public bool Repaired { get; init; }

    /// <summary>Text of the application that reads like instructions to a model.</summary>
    public IReadOnlyList<InstructionSign> Suspicious { get; init; } = [];

    /// <summary>Stable code of why there is no answer, with a page in the documentation.</summary>
    public string? Code => Outcome switch
    {
        ClaudeOutcome.Answered or ClaudeOutcome.Cached => null,
        ClaudeOutcome.Disabled => "claude.disabled",
        ClaudeOutcome.OverBudget => "claude.over_budget",
        ClaudeOutcome.Refused => "claude.refused",
        ClaudeOutcome.Invalid => "claude.invalid_answer",
        ClaudeOutcome.CutOff => "claude.cut_off",
        ClaudeOutcome.TooLong => "claude.too_long",
        ClaudeOutcome.Unfit => "claude.unfit_model",
        ClaudeOutcome.CircuitOpen => "claude.circuit_open",
        ClaudeOutcome.Unavailable => "claude.unavailable",
        _ => "claude.rejected",
    };

    [MemberNotNullWhen(true, nameof(Answer))]
    public bool HasAnswer => Answer is not null;
}
