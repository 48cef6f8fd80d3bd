namespace TestForge.Pipeline;

/// <summary>What a user wants of healing.</summary>
public sealed record HealingRules
{
    /// <summary>For all that no override is for.</summary>
    public HealingPolicy Policy { get; init; } = HealingPolicy.HealAndReport;

    /// <summary>Most elements that may be healed in a run; null, the default, means what <see cref="HealPolicy.Limit"/> says.</summary>
    public int? MaxHeals { get; init; }

    /// <summary>Overrides by a glob over a case's id or title in which <c>*</c> stands for any text.</summary>
    public IReadOnlyDictionary<string, HealingPolicy> Cases { get; init; } = new Dictionary<string, HealingPolicy>();

    /// <summary>Overrides by a glob over an element's id, name, or locator as Playwright writes it.</summary>
    public IReadOnlyDictionary<string, HealingPolicy> Elements { get; init; } = new Dictionary<string, HealingPolicy>();
}
