namespace TestForge.Egress;

/// <summary>A connection that must not or cannot be made.</summary>
/// <param name="message">Why, in words that may be shown.</param>
/// <param name="refused">True when a rule refused it; false when the host cannot be reached.</param>
public sealed class EgressException(string message, bool refused) : Exception(message)
{
    public bool Refused { get; } = refused;
}
