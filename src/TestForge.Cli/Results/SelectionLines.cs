using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Says what someone needs who wants the same cases in the same order again.</summary>
internal static class SelectionLines
{
    public static IEnumerable<SummaryLine> Of(CaseSelection selection)
    {
        if (selection.Shard is { } shard)
        {
            yield return new(Tone.Plain, "Shard", string.Create(CultureInfo.InvariantCulture, $"  {shard.Index} of {shard.Count}; bring all together with: testforge report --merge DIR … --out DIR"));
        }

        if (selection.ShuffleSeed is { } seed)
        {
            yield return new(Tone.Plain, "Shuffled", string.Create(CultureInfo.InvariantCulture, $"  in the order of --shuffle --seed {seed}"));
        }
    }
}
