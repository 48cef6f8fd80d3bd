namespace TestForge.Cli.Progress;

internal enum NoteKind
{
    StageBegan,
    StageEnded,
    Failure,
    Healed,
    Warning,
    Goal,
}
