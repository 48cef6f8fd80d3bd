namespace TestForge.Cli.Progress;

/// <summary>Something worth a line of its own.</summary>
internal sealed record ProgressNote(NoteKind Kind, string Text);
