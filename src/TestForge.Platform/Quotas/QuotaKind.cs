namespace TestForge.Platform.Quotas;

/// <summary>What is counted.</summary>
public enum QuotaKind
{
    PagesPerMonth,
    TestsPerMonth,
    BrowserMinutesPerMonth,
    TokensPerMonth,
    StoredBytes,
    Members,
    Projects,
}
