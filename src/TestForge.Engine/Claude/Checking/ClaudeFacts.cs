using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Claude.Checking;

/// <summary>How the language model can be reached, and what it may cost.</summary>
public sealed record ClaudeFacts
{
    public required string Address { get; init; }

    public required string Model { get; init; }

    /// <summary>Models that the service lists; none where an address has no list.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Tokens of the longest question; unset when the service does not say.</summary>
    public long? MaxInput { get; init; }

    /// <summary>Tokens of the longest answer; unset when the service does not say.</summary>
    public long? MaxOutput { get; init; }

    /// <summary>Whether the model takes batches, at half the price; unset when the service does not say.</summary>
    public bool? Batches { get; init; }

    /// <summary>USD per million tokens.</summary>
    public required decimal InputPrice { get; init; }

    /// <summary>USD per million tokens.</summary>
    public required decimal OutputPrice { get; init; }

    public required BudgetOptions Budgets { get; init; }

    /// <summary>Spent in this month by all runs that share the folder.</summary>
    public required Spending Spent { get; init; }

    /// <summary>What one question took, when one was asked.</summary>
    public AskedQuestion? Asked { get; init; }
}
