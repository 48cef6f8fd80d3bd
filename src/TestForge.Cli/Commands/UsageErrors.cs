using System.CommandLine;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Says what is wrong with a command line, in our words and with our codes.</summary>
internal static class UsageErrors
{
    public static StageException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is not [var stray, ..])
        {
            return Error("usage.invalid", parsed.Errors[0].Message);
        }

        if (stray.StartsWith('-'))
        {
            var name = stray.Split('=')[0];
            var known = command.Options.Select(o => o.Name).ToArray();
            return Error("usage.unknown_option", $"'{name}' is not an option of {NameOf(command)}. Did you mean '{Nearest.To(name, known)}'?");
        }

        return command is RootCommand
            ? Error("usage.unknown_command", $"'{stray}' is not a command. Did you mean 'testforge {Guess(stray, command)}'?")
            : Error("usage.unexpected_argument", $"'{stray}' is one argument too many for {NameOf(command)}.");
    }

    /// <summary>An address without a command most likely wants to be run.</summary>
    private static string Guess(string stray, Command root) =>
        stray.Contains('.') || stray.Contains(':') ? $"run {stray}" : Nearest.To(stray, root.Subcommands.Select(c => c.Name));

    private static string NameOf(Command command) => command is RootCommand ? "testforge" : $"`testforge {command.Name}`";

    private static StageException Error(string code, string message) =>
        new(code, $"{message} See testforge --help.", retryable: false);
}
