namespace TestForge.Engine.Browser;

/// <summary>A file that the browser loaded without showing it.</summary>
/// <param name="Status">HTTP status, or 0 when nothing answered.</param>
/// <param name="Body">The first bytes, as many as were asked for; empty when the status is not a success.</param>
/// <param name="Truncated">Whether there was more.</param>
internal sealed record NetworkFile(int Status, byte[] Body, bool Truncated);
