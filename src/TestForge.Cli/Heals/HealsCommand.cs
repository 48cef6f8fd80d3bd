using System.Globalization;
using System.Text.Json;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Healing;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Shows what was healed and takes down what a person says of it.</summary>
internal sealed class HealsCommand(CliEnvironment environment, HealsTarget target)
{
    public async Task<int> ListAsync(SettingValues flags, CancellationToken cancellationToken)
    {
        var (file, _) = await target.FindAsync(flags, cancellationToken);
        var heals = (await file.ReadAsync(cancellationToken)).Heals;
        if (flags.Switch(KnownSettings.Json))
        {
            Json(heals);
            return ExitCodes.Passed;
        }

        foreach (var heal in heals.OrderBy(h => h.Review))
        {
            environment.Output.WriteLine(HealText.Line(heal));
        }

        environment.Output.WriteLine(heals.Count == 0
            ? "Nothing was healed."
            : string.Create(CultureInfo.InvariantCulture, $"{heals.Count(h => h.Review == HealReview.Proposed)} to review, {heals.Count(h => h.Review == HealReview.Approved)} approved, {heals.Count(h => h.Review == HealReview.Rejected)} rejected. See one with: testforge heals show ID"));
        return ExitCodes.Passed;
    }

    public async Task<int> ShowAsync(string id, SettingValues flags, CancellationToken cancellationToken)
    {
        var (file, _) = await target.FindAsync(flags, cancellationToken);
        var heal = Find(await file.ReadAsync(cancellationToken), id);
        if (flags.Switch(KnownSettings.Json))
        {
            Json(heal);
            return ExitCodes.Passed;
        }

        foreach (var line in HealText.Whole(heal))
        {
            environment.Output.WriteLine(line);
        }

        return ExitCodes.Passed;
    }

    /// <summary>Says the same again without changing anything when it was said already.</summary>
    public async Task<int> ReviewAsync(string id, HealReview review, string? by, string? note, SettingValues flags, CancellationToken cancellationToken)
    {
        var (file, _) = await target.FindAsync(flags, cancellationToken);
        var person = by ?? await Reviewer.NameAsync(environment, cancellationToken);
        var wanted = Find(await file.ReadAsync(cancellationToken), id).Id;
        var memory = await file.UpdateAsync(m => With(m, wanted, review, person, note), cancellationToken);
        var heal = Find(memory, wanted);
        if (flags.Switch(KnownSettings.Json))
        {
            Json(heal);
        }
        else
        {
            environment.Output.WriteLine(HealText.Line(heal));
            environment.Output.WriteLine(review == HealReview.Approved
                ? "Approved: later runs use the new locator without looking for it. Write it into the scripts with: testforge heals apply"
                : "Rejected: this element is not proposed for the old one again.");
        }

        return ExitCodes.Passed;
    }

    /// <summary>A heal by its id, or the beginning of it. Throws <c>heal.not_found</c>.</summary>
    public static RememberedHeal Find(HealMemory memory, string id) => memory.Heals.Where(h => id.Length > 0 && h.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToArray() switch
    {
        [var one] => one,
        [] => throw new StageException("heal.not_found", $"No heal is called '{TerminalText.Clean(id)}'. See them with: testforge heals list", retryable: false),
        var several => throw new StageException("heal.not_found", $"'{TerminalText.Clean(id)}' is the beginning of {several.Length} heals: {string.Join(", ", several.Select(h => h.Id))}. Give more of it.", retryable: false),
    };

    private HealMemory With(HealMemory memory, string id, HealReview review, string person, string? note)
    {
        var heal = Find(memory, id);
        return heal.Review == review && (note is null || note == heal.Note)
            ? memory
            : memory with { Heals = [.. memory.Heals.Select(h => h.Id == id ? h with { Review = review, By = person, ReviewedAt = environment.Clock.GetUtcNow(), Note = note } : h)] };
    }

    private void Json(object value) => environment.Output.WriteLine(JsonSerializer.Serialize(value, ArtifactJson.Indented));
}
