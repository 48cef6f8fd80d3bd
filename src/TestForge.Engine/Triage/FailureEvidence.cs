using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Triage;

/// <summary>Everything that is known of a failure. What a backend cannot tell is null or empty, and decides nothing.</summary>
internal sealed record FailureEvidence
{
    public required StepTrouble Trouble { get; init; }

    /// <summary>What the step said, for a person.</summary>
    public string Message { get; init; } = "";

    /// <summary>What the step did or checked; null outside the steps.</summary>
    public StepAction? Step { get; init; }

    public Obstacle Obstacle { get; init; }

    public string? Cover { get; init; }

    /// <summary>HTTP status of the document; 0 without one.</summary>
    public int Status { get; init; }

    /// <summary>The page of the case is an error page by design.</summary>
    public bool ErrorsExpected { get; init; }

    /// <summary>The case means to be refused by a form.</summary>
    public bool RefusalExpected { get; init; }

    /// <summary>The case has typed something that the application may have already.</summary>
    public bool Typed { get; init; }

    public bool Crashed { get; init; }

    public bool SessionExpired { get; init; }

    /// <summary>Path of the page.</summary>
    public string? At { get; init; }

    /// <summary>Path of the page on which the step was done when it last passed.</summary>
    public string? LastAt { get; init; }

    /// <summary>Whether the step was done on another page when it last passed.</summary>
    public bool IsElsewhere => LastAt is not null && At is not null && At.Split('?', '#')[0] != LastAt;

    /// <summary>The application's own requests that failed since something was last done, without those known to fail.</summary>
    public IReadOnlyList<FailedRequest> Requests { get; init; } = [];

    /// <summary>Uncaught exceptions since something was last done.</summary>
    public IReadOnlyList<ConsoleEntry> Exceptions { get; init; } = [];

    public PageLook? Page { get; init; }

    public ElementLook? Element { get; init; }

    /// <summary>How long after its time the step would have gone on; null when it would not.</summary>
    public TimeSpan? Late { get; init; }

    /// <summary>The window when it is not the one that cases are designed in, such as <c>400x300</c>.</summary>
    public string? OtherWindow { get; init; }

    /// <summary>Whether the step could go on once the window had the size that cases are designed in.</summary>
    public bool HoldsInDesignWindow { get; init; }
}
