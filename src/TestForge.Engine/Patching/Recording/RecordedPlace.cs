namespace TestForge.Engine.Patching.Recording;

/// <summary>A place in a suite's source.</summary>
/// <param name="File">Below the suite's folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1: where the name of the method that was called begins.</param>
internal sealed record RecordedPlace(string File, int Line, int Column);
