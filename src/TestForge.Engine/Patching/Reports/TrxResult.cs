namespace TestForge.Engine.Patching.Reports;

/// <summary>How one test ended, as a TRX file tells it.</summary>
internal sealed record TrxResult
{
    /// <summary>With its arguments, and with or without namespace and class, as its framework names it.</summary>
    public required string Name { get; init; }

    /// <summary>With its namespace.</summary>
    public required string Class { get; init; }

    public required string Method { get; init; }

    /// <summary>Path on the machine that ran it, with forward slashes.</summary>
    public required string Assembly { get; init; }

    public required string Outcome { get; init; }

    public DateTimeOffset Began { get; init; }

    public DateTimeOffset Ended { get; init; }

    public string Message { get; init; } = "";

    /// <summary>Where it failed, the innermost first, as far as lines are known.</summary>
    public IReadOnlyList<TrxFrame> Stack { get; init; } = [];

    /// <summary>Arguments in brackets; empty without.</summary>
    public string Arguments => Name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var from ? Name[from..] : "";
}
