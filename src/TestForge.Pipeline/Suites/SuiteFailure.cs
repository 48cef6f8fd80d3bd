namespace TestForge.Pipeline;

/// <summary>A failed test of a suite, and what became of it.</summary>
/// <param name="Title">Its titles from the outermost group in.</param>
/// <param name="File">Its file below the suite's folder, with forward slashes.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Project">The project of the suite's configuration that it ran in; empty without.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SuiteFailure(string Title, string File, int Line, string Project, SuiteOutcome Outcome, string Reason);
