namespace TestForge.Egress;

/// <summary>What may be reached.</summary>
public sealed record EgressRules
{
    /// <summary>Lets every address be reached, private ones too.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Hosts that may be reached wherever they are, as long as one that began in public stays there; each <c>host:port</c>, names as in a URL.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
