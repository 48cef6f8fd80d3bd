using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Healing;

/// <summary>When the healer may act on its own.</summary>
public sealed class HealingOptions
{
    /// <summary>Lowest score, 0 to 1, at which a candidate counts as the same element. The default is 0.6.</summary>
    [Range(0.05, 1.0)]
    public double MinScore { get; set; } = 0.6;

    /// <summary>How far the best candidate must be ahead of the next. The default is 0.05.</summary>
    [Range(0.0, 1.0)]
    public double MinMargin { get; set; } = 0.05;
}
