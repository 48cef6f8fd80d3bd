namespace TestForge.Pipeline;

/// <summary>A message of level warning or error in the browser's console, or an uncaught exception.</summary>
/// <param name="Level"><c>warning</c>, <c>error</c> or <c>exception</c>.</param>
/// <param name="Text">At most 500 characters.</param>
/// <param name="Location">Address and line, when known.</param>
public sealed record ConsoleEntry(string Level, string Text, string? Location = null);
