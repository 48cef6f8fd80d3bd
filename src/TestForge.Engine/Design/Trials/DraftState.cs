using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>A draft on its way into the plan. One trial touches it at a time.</summary>
internal sealed class DraftState(CaseDraft draft)
{
    public CaseDraft Draft { get; } = draft;

    /// <summary>What was seen in the first visit, in order; holds the steps that lead to a check too, such as a resize.</summary>
    public List<TestStep> Seen { get; } = [];

    /// <summary>What held in the second visit as well.</summary>
    public List<TestStep> Confirmed { get; } = [];

    /// <summary>Those of them without which the case is worthless.</summary>
    public List<TestStep> Required { get; } = [];

    /// <summary>Why the whole case is left out, or null.</summary>
    public string? Dropped { get; private set; }

    /// <summary>What the case expects and the application did not do, and what it did instead; a person has to say which of the two is wrong.</summary>
    public (string Expected, string Observed)? Unmet { get; private set; }

    /// <summary>True once the first visit has been made.</summary>
    public bool Tried { get; set; }

    public bool IsConfirmed { get; set; }

    /// <summary>True once it has passed beside all other cases.</summary>
    public bool Rehearsed { get; set; }

    /// <summary>True when a control could not be used although it was found.</summary>
    public bool Unusable { get; set; }

    public List<DroppedExpectation> Left { get; } = [];

    public void Drop(string reason)
    {
        Dropped ??= reason;
        Confirmed.Clear();
    }

    public void Miss(string expected, string observed)
    {
        Unmet ??= (expected, observed);
        Drop($"The application did not do this: {expected}. {observed} It may be a fault of the application, so a person has to look.");
    }

    public void Leave(string expectation, string reason) => Left.Add(new(Draft.Title, expectation, reason));
}
