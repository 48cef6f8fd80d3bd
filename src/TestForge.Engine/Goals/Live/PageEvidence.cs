namespace TestForge.Engine.Goals.Live;

/// <summary>What a page shows at one moment, bounded, with names for its controls that hold until it is read again.</summary>
internal sealed record PageEvidence
{
    /// <summary>Relative to the target's origin, secrets hidden.</summary>
    public required string Path { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The language that the page says it is in, in its own words.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Alerts, status messages and complaints.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>All visible text, line by line.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<EvidenceElement> Elements { get; init; } = [];

    /// <summary>Controls that are there and not listed.</summary>
    public int MoreElements { get; init; }

    /// <summary>Tells this state of the page from its others.</summary>
    public required string State { get; init; }

    public EvidenceElement? Find(string? reference) => Elements.FirstOrDefault(e => e.Ref == reference);

    /// <summary>Whether a text can be seen, white space and case of letters aside.</summary>
    public bool Shows(string text) => LinesWith(text).Count > 0;

    /// <summary>The lines in which a text can be seen.</summary>
    public IReadOnlyList<string> LinesWith(string text)
    {
        var wanted = Folded(text);
        return wanted.Length == 0 ? [] : [.. Lines.Concat(Messages).Concat(Headings).Where(l => Folded(l).Contains(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    public override string ToString() => EvidenceText.Of(this);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
