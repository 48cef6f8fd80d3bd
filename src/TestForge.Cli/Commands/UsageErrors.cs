using System.CommandLine;
using System.CommandLine.Invocation;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>Says what is wrong with a command line, in our words and with our codes.</summary>
internal static class UsageErrors
{
    /// <summary>Returns null when the command line can be run.</summary>
    public static StageException? In(ParseResult parsed, Argument<string?> url)
    {
        // The parser takes an option it does not know for an argument, even for the address.
        var command = parsed.CommandResult.Command;
        var words = parsed.GetResult(url) is { } given ? given.Tokens.Select(t => t.Value).Concat(parsed.UnmatchedTokens) : parsed.UnmatchedTokens;
        if (words.FirstOrDefault(w => w.StartsWith('-')) is { } option)
        {
            var name = option.Split('=')[0];
            return Error("usage.unknown_option", $"'{name}' is not an option of {NameOf(command)}. Did you mean '{Nearest.To(name, command.Options.Select(o => o.Name))}'?");
        }

        if (parsed.Action is not ParseErrorAction and not null)
        {
            return null;
        }

        if (parsed.UnmatchedTokens is not [var stray, ..])
        {
            return Error("usage.invalid", parsed.Errors is [var first, ..] ? first.Message : "A command is missing.");
        }

        return command.Subcommands.Count > 0
            ? Error("usage.unknown_command", $"'{stray}' is not a command. Did you mean '{NameOf(command).Trim('`')} {Guess(stray, command)}'?")
            : Error("usage.unexpected_argument", $"'{stray}' is one argument too many for {NameOf(command)}.");
    }

    /// <summary>An address without a command most likely wants to be run.</summary>
    private static string Guess(string stray, Command command) =>
        command is RootCommand && (stray.Contains('.') || stray.Contains(':')) ? $"run {stray}" : Nearest.To(stray, command.Subcommands.Select(c => c.Name));

    private static string NameOf(Command command) => command is RootCommand ? "testforge" : $"`testforge {Path(command)}`";

    private static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } above and not RootCommand ? $"{Path(above)} {command.Name}" : command.Name;

    private static StageException Error(string code, string message) =>
        new(code, $"{message} See testforge --help.", retryable: false);
}
