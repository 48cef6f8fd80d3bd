using TestForge.Engine.Healing;
using TestForge.Pipeline;

namespace TestForge.Bench.Healing;

/// <summary>What the product's ranking made of one pair.</summary>
internal sealed record PairOutcome(PairSite Site, PairTarget Target, int Best, double Score, double Margin, double Milliseconds)
{
    private static readonly HealingOptions Defaults = new();

    /// <summary>Whether the default floor and margin let it stand.</summary>
    public bool Healed => Score >= Defaults.MinScore && Margin >= Defaults.MinMargin;

    public bool Exact => Best == Target.Match;

    public bool Overlap => Site.Overlaps(Target, Best);

    public string Describe() =>
        $"{Site.Name} {Score:F3} +{Margin:F3}\n  was    {Words(Target.Element.Print)}\n  is     {Words(Site.Candidates[Target.Match].Print)}\n  taken  {Words(Site.Candidates[Best].Print)}";

    private static string Words(ElementFingerprint print) =>
        $"{print.Tag} #{print.Id} .{string.Join('.', print.Classes)} '{Cut(print.Text)}' {print.Href} {print.Box.X},{print.Box.Y} {print.Box.Width}x{print.Box.Height} …{print.XPath?[Math.Max(0, print.XPath.Length - 50)..]}";

    private static string Cut(string? text) => text is { Length: > 40 } ? text[..40] : text ?? "";
}
