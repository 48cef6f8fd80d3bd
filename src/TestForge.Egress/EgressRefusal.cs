namespace TestForge.Egress;

/// <summary>A connection the guard refused: host and port as asked for, and why.</summary>
public sealed record EgressRefusal(string Host, string Reason);
