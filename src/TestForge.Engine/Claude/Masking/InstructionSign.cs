namespace TestForge.Engine.Claude.Masking;

/// <summary>Text of the application that reads as if it were meant for a model.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Kind">What it looks like: <c>override</c>, <c>role</c>, <c>secrecy</c>, <c>exfiltration</c>, <c>verdict</c>, <c>encoded</c>, <c>decoy</c>, <c>invisible</c>.</param>
/// <param name="Excerpt">The words around it, to be encoded wherever they are shown.</param>
internal sealed record InstructionSign(string Source, string Kind, string Excerpt);
