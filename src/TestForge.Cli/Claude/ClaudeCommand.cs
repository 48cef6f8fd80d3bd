using System.Globalization;
using System.Text.Json;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Budgets;
using TestForge.Pipeline;

namespace TestForge.Cli.Claude;

/// <summary>Tells whether the language model can be reached, and what it has cost.</summary>
internal sealed class ClaudeCommand(CliEnvironment environment, SettingSources sources)
{
    private readonly ClaudeSettings _settings = new(environment);

    public async Task<int> CheckAsync(bool ask, SettingValues flags, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync(flags, cancellationToken);
        if (ask)
        {
            options.CacheDays = 0;
        }

        var facts = await ClaudeAccess.CheckAsync(options, ask, cancellationToken);
        if (flags.Switch(KnownSettings.Json))
        {
            return Json(facts);
        }

        Line("address", TerminalText.Clean(facts.Address));
        Line("model", $"{TerminalText.Clean(facts.Model)}, {Usd(facts.InputPrice)} in and {Usd(facts.OutputPrice)} out a million tokens" + Limits(facts.MaxInput, facts.MaxOutput) + (facts.Batches == true ? ", batches" : ""));
        Line("models", facts.Models.Count == 0 ? "the address lists none" : string.Join(", ", facts.Models.Select(m => TerminalText.Clean(m)).Order(StringComparer.Ordinal)));
        Line("budgets", Budgets(facts.Budgets));
        Line("spent", $"{Usd(facts.Spent.Usd)} this month in {Number(facts.Spent.Calls)} calls; {Number(facts.Spent.Hits)} kept answers saved {Usd(facts.Spent.SavedUsd)}");
        Line("asked", facts.Asked is { } asked
            ? $"answered in {Number(asked.Milliseconds)} ms, {Number(asked.Tokens)} tokens, {Usd(asked.Usd)}"
            : "nothing; --ask asks one question, for a fraction of a cent");
        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    public async Task<int> SpendingAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var spending = await ClaudeAccess.SpendingAsync(await OptionsAsync(flags, cancellationToken), cancellationToken);
        if (flags.Switch(KnownSettings.Json))
        {
            return Json(spending);
        }

        Line(spending.Month, Words(spending.Total));
        foreach (var (name, sum) in spending.Projects.Concat(spending.Purposes))
        {
            Line("  " + (name.Length == 0 ? "checks" : TerminalText.Clean(name)), Words(sum));
        }

        environment.Output.Flush();
        return ExitCodes.Passed;
    }

    private static string Words(Spending sum) =>
        $"{Usd(sum.Usd)}, {Number(sum.Calls)} calls, {Number(sum.Tokens)} tokens; {Number(sum.Hits)} kept answers saved {Usd(sum.SavedUsd)}";

    private static string Limits(long? input, long? output) =>
        input is null ? "" : $", {Number(input.Value)} tokens a question" + (output is null ? "" : $" and {Number(output.Value)} an answer");

    private static string Budgets(BudgetOptions budgets)
    {
        (string Name, decimal? Usd, long? Tokens)[] all =
        [
            ("a call", budgets.UsdPerCall, budgets.TokensPerCall),
            ("a run", budgets.UsdPerRun, budgets.TokensPerRun),
            ("an application and month", budgets.UsdPerProject, budgets.TokensPerProject),
            ("a month", budgets.UsdPerMonth, budgets.TokensPerMonth),
        ];
        return string.Join(", ", all.SelectMany(b => new[] { b.Usd is { } usd ? $"{Usd(usd)} {b.Name}" : null, b.Tokens is { } tokens ? $"{Number(tokens)} tokens {b.Name}" : null }).OfType<string>());
    }

    private static string Usd(decimal usd) => usd.ToString("0.00##", CultureInfo.InvariantCulture) + " USD";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private async Task<ClaudeOptions> OptionsAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        _settings.Check(values);
        return _settings.Options(values);
    }

    private void Line(string word, string text) => environment.Output.WriteLine($"{word,-12}{text}");

    private int Json<T>(T value)
    {
        environment.Output.WriteLine(JsonSerializer.Serialize(value, ArtifactJson.Indented));
        environment.Output.Flush();
        return ExitCodes.Passed;
    }
}
