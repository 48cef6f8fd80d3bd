using System.CommandLine;
using TestForge.Cli.Commands;
using TestForge.Cli.Progress;
using TestForge.Cli.Results;
using TestForge.Pipeline;

namespace TestForge.Cli;

/// <summary>Runs one command line and turns every end into an exit code.</summary>
internal sealed class CliApp(CliEnvironment environment, CommandLine line)
{
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parsed = line.Root.Parse(arguments.Count == 0 ? ["--help"] : arguments);
        try
        {
            if (UsageErrors.In(parsed, line.Url) is { } wrong)
            {
                throw wrong;
            }

            var exit = await parsed.InvokeAsync(
                new()
                {
                    Output = environment.Output,
                    Error = environment.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
            return arguments.Count == 0 ? ExitCodes.Usage : exit;
        }
        catch (StageException e)
        {
            Errors.Write(environment.Error, e);
            return Finish(parsed, arguments, e.Code, e.Message, ExitCodes.For(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Errors.Write(environment.Error, "internal.bug", $"{e.GetType().Name}: {e.Message} This is a fault of TestForge; please report it with the lines below.");
            environment.Error.WriteLine(e.StackTrace);
            return Finish(parsed, arguments, "internal.bug", e.Message, ExitCodes.Environment);
        }
    }

    private int Finish(ParseResult parsed, IReadOnlyList<string> arguments, string code, string message, int exitCode)
    {
        var results = new ResultWriter(environment, terminal: null, json: arguments.Contains("--json"), quiet: true);
        results.WriteError(parsed.CommandResult.Command.Name, code, TerminalText.Clean(message, 2_000), exitCode);
        return exitCode;
    }
}
