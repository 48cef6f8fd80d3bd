namespace TestForge.Platform.Accounts;

/// <summary>What a session is of.</summary>
internal enum SessionKind
{
    Browser,
    Program,
}
