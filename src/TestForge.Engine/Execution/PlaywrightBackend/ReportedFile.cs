namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>A file the runner left for an attempt.</summary>
internal sealed record ReportedFile(string Name, string Path);
