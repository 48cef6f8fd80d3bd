using System.Security.Cryptography;
using System.Text;

namespace TestForge.Pipeline;

/// <summary>A heal as it is remembered from one run to the next.</summary>
public sealed record RememberedHeal
{
    private const int IdLength = 8;

    /// <summary>The same whenever the same locator of the same page is replaced by the same other one.</summary>
    public required string Id { get; init; }

    public HealReview Review { get; init; }

    /// <summary>Who approved or rejected it.</summary>
    public string? By { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Why, in that person's words.</summary>
    public string? Note { get; init; }

    /// <summary>When it was written into scripts, by a run or by a person.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>What the plan called the element.</summary>
    public required string Element { get; init; }

    /// <summary>Path of the element's page, relative to the target's origin.</summary>
    public required string Page { get; init; }

    public required LocatorSpec Old { get; init; }

    public required LocatorSpec New { get; init; }

    public required ElementFingerprint Before { get; init; }

    public required ElementFingerprint After { get; init; }

    public double Score { get; init; }

    public double Margin { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The language model that picked the element among look-alikes; null when rules chose it.</summary>
    public string? PickedBy { get; init; }

    public IReadOnlyList<HealCandidate> Candidates { get; init; } = [];

    /// <summary>Cases of the plan that used the element.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>The last runs that made it, the oldest first.</summary>
    public IReadOnlyList<HealSighting> Seen { get; init; } = [];

    /// <summary>Whether a case passed whole with it when it was last made.</summary>
    public bool Proved => Seen is [.., { Proved: true }];

    /// <summary>The heal of a plan's element, made again without ranking.</summary>
    public HealRecord Again(PlanElement element) => new()
    {
        ElementId = element.Id,
        ElementName = element.Name,
        Page = Page,
        Decision = HealDecision.Healed,
        Remembered = true,
        Old = element.Locator,
        New = New,
        Score = Score,
        Margin = Margin,
        Reason = $"{By ?? "A person"} approved it in an earlier run. The old locator finds nothing here, the new one finds one element.",
        PickedBy = PickedBy,
        Candidates = Candidates,
        Uses = Uses,
        Before = element.Print,
        After = After,
    };

    public static string IdOf(string page, LocatorSpec old, LocatorSpec @new) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{page}\n{old}\n{@new}")))[..IdLength];
}
