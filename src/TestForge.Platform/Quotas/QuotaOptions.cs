using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Quotas;

/// <summary>How much a tenant may use where nothing else is said of it. Unset: as much as it likes. Months are those of UTC.</summary>
public sealed class QuotaOptions
{
    [Range(0, long.MaxValue)]
    public long? PagesPerMonth { get; set; }

    [Range(0, long.MaxValue)]
    public long? TestsPerMonth { get; set; }

    [Range(0, long.MaxValue)]
    public long? BrowserMinutesPerMonth { get; set; }

    [Range(0, long.MaxValue)]
    public long? TokensPerMonth { get; set; }

    /// <summary>What the runs that are kept have left, in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long? StoredBytes { get; set; }

    /// <summary>Members, and invitations that are open.</summary>
    [Range(0, long.MaxValue)]
    public long? Members { get; set; }

    [Range(0, long.MaxValue)]
    public long? Projects { get; set; }

    public long? Of(QuotaKind kind) => kind switch
    {
        QuotaKind.PagesPerMonth => PagesPerMonth,
        QuotaKind.TestsPerMonth => TestsPerMonth,
        QuotaKind.BrowserMinutesPerMonth => BrowserMinutesPerMonth,
        QuotaKind.TokensPerMonth => TokensPerMonth,
        QuotaKind.StoredBytes => StoredBytes,
        QuotaKind.Members => Members,
        QuotaKind.Projects => Projects,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
