using System.ComponentModel.DataAnnotations;
using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Claude;

/// <summary>How the language model is reached, what it may cost, and what may leave the machine.</summary>
public sealed class ClaudeOptions
{
    public const string DefaultModel = "claude-sonnet-5-5";
    public const string DefaultBaseUrl = "https://api.anthropic.com";

    /// <summary>The key, from <c>ANTHROPIC_API_KEY</c>. Unset: every call ends as disabled, and rules decide.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Where the service is, from <c>ANTHROPIC_BASE_URL</c>.</summary>
    public string BaseUrl { get; set; } = DefaultBaseUrl;

    /// <summary>Switches calls off though there is a key.</summary>
    public bool Off { get; set; }

    public string Model { get; set; } = DefaultModel;

    /// <summary>Whose budgets calls count towards and whose answers they may share.</summary>
    public string Tenant { get; set; } = "local";

    /// <summary>The application under test, such as the host of the target.</summary>
    public string Project { get; set; } = "";

    /// <summary>The run, by which spending is reported.</summary>
    public string Run { get; set; } = "";

    /// <summary>A file of prices over those that come along, for models they lack.</summary>
    public string? PricesFile { get; set; }

    /// <summary>Folder of the ledger, answers, batches and audit lines. Unset: answers are neither kept nor audited, and spending is known for this process alone.</summary>
    public string? Folder { get; set; }

    public BudgetOptions Budgets { get; set; } = new();

    /// <summary>Longest age of a kept answer, in days; 0 keeps none.</summary>
    [Range(0, 3650)]
    public int CacheDays { get; set; } = 30;

    /// <summary>Most MiB of kept answers.</summary>
    [Range(1, 100_000)]
    public int CacheMegabytes { get; set; } = 200;

    /// <summary>Leaves as little as can be with the provider: no prompt cache, no batches.</summary>
    public bool MinimalRetention { get; set; }

    /// <summary>Where the provider may compute, such as <c>us</c>. Unset: anywhere.</summary>
    public string? InferenceGeo { get; set; }

    /// <summary>Audit lines hold what was sent and answered, masked, and not only hashes.</summary>
    public bool AuditContent { get; set; }

    /// <summary>Regular expressions of more that is masked.</summary>
    public IReadOnlyList<string> MaskPatterns { get; set; } = [];

    /// <summary>Values that are masked wherever they stand, such as passwords of a sign-in.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>Most calls at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>Most tries after the first.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 4;

    /// <summary>The wait before the second try, doubling to sixteen times as much when the service names none.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest time for a call with its retries and waits.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest silence within an answer.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often a batch is asked whether it has ended.</summary>
    public TimeSpan BatchPoll { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>From how many pages on the questions about a site that come together are asked in batches: at half the price, and in minutes or an hour. Unset: never.</summary>
    [Range(2, 100_000)]
    public int? BatchPages { get; set; }

    /// <summary>How long the batches of a design are waited for in all. One that takes longer is taken up by the next design of the same site.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>Why nothing is asked, in a sentence for people; none when there is a key.</summary>
    internal string? WhyOff => Off ? "It is switched off." : string.IsNullOrWhiteSpace(ApiKey) ? "There is no key: set ANTHROPIC_API_KEY." : null;

    internal ClaudeScope Scope => new(Tenant, Project, Run);
}
