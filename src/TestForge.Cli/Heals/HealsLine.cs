using System.CommandLine;
using TestForge.Cli.Commands;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>The command `heals` with its own commands, arguments and flags.</summary>
internal sealed class HealsLine
{
    private readonly Argument<string> _id = new("ID") { Description = "Of a heal, as listed; its beginning is enough." };
    private readonly Argument<string[]> _ids = new("ID") { Description = "Only these heals. Default: all that are approved.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _by = new("--by") { Description = "Who says so. Default: the user of git, or of the system.", HelpName = "NAME" };
    private readonly Option<string> _reason = new("--reason") { Description = "Why.", HelpName = "TEXT" };
    private readonly Option<string> _project = new("--project") { Description = "Folder of the generated project. Default: those of the run.", HelpName = "DIR" };
    private readonly Option<bool> _write = new("--write") { Description = "Write the changes instead of showing them as a patch." };

    public HealsLine(CommandLine line, IReadOnlyList<Option> shared, HealsCommand heals, HealsApplyCommand apply)
    {
        Add("list", "Every heal that is remembered.", [], (p, stop) => heals.ListAsync(line.FlagsOf(p), stop));
        Add("show", "All that is known of one.", [_id], (p, stop) => heals.ShowAsync(p.GetRequiredValue(_id), line.FlagsOf(p), stop));
        Add("approve", "It is the element: later runs use the new locator, and it may be applied.", [_id, _by, _reason], (p, stop) => ReviewAsync(p, HealReview.Approved, stop));
        Add("reject", "It is another element, and is not proposed again.", [_id, _by, _reason], (p, stop) => ReviewAsync(p, HealReview.Rejected, stop));
        Add("apply", "Shows what approved heals change in the generated scripts as a patch, or writes it.", [_ids, _project, _write], (p, stop) =>
            apply.RunAsync(p.GetValue(_ids) ?? [], p.GetValue(_project), p.GetValue(_write), line.FlagsOf(p), stop));

        Task<int> ReviewAsync(ParseResult parsed, HealReview review, CancellationToken cancellationToken) =>
            heals.ReviewAsync(parsed.GetRequiredValue(_id), review, parsed.GetValue(_by), parsed.GetValue(_reason), line.FlagsOf(parsed), cancellationToken);

        void Add(string name, string description, IEnumerable<Symbol> own, Func<ParseResult, CancellationToken, Task<int>> handler)
        {
            var command = new Command(name, description);
            foreach (var symbol in own.Concat(shared))
            {
                if (symbol is Argument argument)
                {
                    command.Add(argument);
                }
                else
                {
                    command.Add((Option)symbol);
                }
            }

            command.SetAction(handler);
            Command.Add(command);
        }
    }

    public Command Command { get; } = new("heals", "What was healed: list, show, approve, reject, and apply to the scripts.");
}
