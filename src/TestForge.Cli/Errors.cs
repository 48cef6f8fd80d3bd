using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli;

/// <summary>Writes errors the way scripts expect them: <c>error code: message</c> on the error stream.</summary>
internal static class Errors
{
    private const int Limit = 2_000;

    public static void Write(TextWriter error, string code, string message) =>
        error.WriteLine($"error {code}: {TerminalText.Clean(message, Limit)}");

    public static void Write(TextWriter error, StageException exception) => Write(error, exception.Code, exception.Message);
}
