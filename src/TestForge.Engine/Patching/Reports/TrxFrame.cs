namespace TestForge.Engine.Patching.Reports;

/// <summary>A place in a stack: a file on the machine that ran it, with forward slashes, and its line from 1.</summary>
internal readonly record struct TrxFrame(string File, int Line);
