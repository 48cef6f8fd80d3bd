using System.Globalization;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Puts a heal in lines for a terminal.</summary>
internal static class HealText
{
    private const int MaxLocator = 300;

    public static string Line(RememberedHeal heal) =>
        $"{heal.Id}  {Word(heal.Review),-8}  {What(heal)}: {TerminalText.Clean(heal.Old.ToString(), MaxLocator)} → {TerminalText.Clean(heal.New.ToString(), MaxLocator)}  "
        + string.Create(CultureInfo.InvariantCulture, $"score {heal.Score:0.00}, margin {heal.Margin:0.00}, {(heal.Proved ? "proved" : "not proved")}, used by {heal.Uses.Count} {(heal.Uses.Count == 1 ? "test" : "tests")}")
        + (heal.PickedBy is { } model ? $", picked by {TerminalText.Clean(model)}" : "");

    public static string What(RememberedHeal heal) => $"{TerminalText.Clean(heal.Element)} on {TerminalText.Clean(heal.Page.Length > 0 ? heal.Page : "/")}";

    public static IEnumerable<string> Whole(RememberedHeal heal)
    {
        yield return $"Heal      {heal.Id}, {Word(heal.Review)}{Person(heal)}";
        yield return $"Element   {What(heal)}";
        yield return $"Old       {TerminalText.Clean(heal.Old.ToString(), MaxLocator)}";
        yield return $"New       {TerminalText.Clean(heal.New.ToString(), MaxLocator)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Score     {heal.Score:0.00}, {heal.Margin:0.00} ahead of the next");
        if (heal.PickedBy is { } model)
        {
            yield return $"Picked by {TerminalText.Clean(model)}, among look-alikes";
        }

        yield return $"Reason    {TerminalText.Clean(heal.Reason, 600)}";
        if (heal.Note is { } note)
        {
            yield return $"Note      {TerminalText.Clean(note, 600)}";
        }

        foreach (var seen in heal.Seen)
        {
            yield return $"Run       {Day(seen.At)}  {(seen.Proved ? "a test passed whole with it" : "no test passed whole with it")}";
        }

        if (heal.AppliedAt is { } applied)
        {
            yield return $"Applied   {Day(applied)}";
        }

        foreach (var use in heal.Uses)
        {
            yield return $"Used by   {TerminalText.Clean(use)}";
        }

        foreach (var candidate in heal.Candidates)
        {
            var print = candidate.Print;
            yield return string.Create(CultureInfo.InvariantCulture, $"Candidate {candidate.Score:0.00}  {TerminalText.Clean(print.Role.Length > 0 ? print.Role : print.Tag)} “{TerminalText.Clean(print.Name)}”  ")
                + string.Join(", ", candidate.Signals.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:0.00}")));
        }
    }

    private static string Person(RememberedHeal heal) => heal.ReviewedAt is { } at ? $" by {TerminalText.Clean(heal.By)} on {Day(at)}" : "";

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Word(HealReview review) => review.ToString().ToLowerInvariant();
}
