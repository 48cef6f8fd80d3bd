namespace TestForge.Cli.Results;

/// <summary>A line of the final summary: a word that stands out, and the rest.</summary>
internal sealed record SummaryLine(Tone Tone, string Lead, string Rest = "");
