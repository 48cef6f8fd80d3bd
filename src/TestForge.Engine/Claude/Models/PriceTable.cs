using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Claude.Models;

/// <summary>Dated prices, as data. Source of those that come along: platform.claude.com, "Pricing", read in November 2026.</summary>
internal sealed partial class PriceTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly IReadOnlyList<PriceRow> _rows;

    private PriceTable(IReadOnlyList<PriceRow> rows) => _rows = rows;

    public IReadOnlyList<string> Models => [.. _rows.Select(r => r.Model).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="file">Rows that come first: a model they name has no others.</param>
    public static PriceTable Load(string? file)
    {
        var ours = JsonSerializer.Deserialize<PriceRow[]>(EmbeddedText.Read("Claude/Models/prices.json"), Json)!;
        if (file is null)
        {
            return new(ours);
        }

        try
        {
            var theirs = JsonSerializer.Deserialize<PriceRow[]>(File.ReadAllText(file), Json) ?? [];
            return new([.. theirs, .. ours.Where(o => theirs.All(t => t.Model != o.Model))]);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("claude.prices_unreadable", $"The prices in '{file}' cannot be read: {e.Message}", retryable: false, e);
        }
    }

    /// <summary>The prices of a day, or none for a model that is not in the table. An id may end in the day of a snapshot.</summary>
    public PriceRow? Find(string model, DateOnly day)
    {
        var name = _rows.Any(r => r.Model == model) ? model : Snapshot().Replace(model, "");
        return _rows.Where(r => r.Model == name && (r.From ?? DateOnly.MinValue) <= day).MaxBy(r => r.From ?? DateOnly.MinValue);
    }

    /// <summary>As <see cref="Find"/>, but a model without a price ends the call: what it costs could not be bounded.</summary>
    public PriceRow Get(string model, DateOnly day) => Find(model, day) ?? throw new ClaudeStopException(
        ClaudeOutcome.Unfit,
        $"There is no price for the model '{model}'. Known are {string.Join(", ", Models)}.");

    [GeneratedRegex(@"-\d{8}$")]
    private static partial Regex Snapshot();
}
