namespace TestForge.Cli.Results;

internal enum Tone
{
    Plain,
    Good,
    Bad,
    Warning,
}
