namespace TestForge.Platform.Retention;

/// <summary>Between what a retention may be set.</summary>
internal static class RetentionLimits
{
    /// <summary>Ten years.</summary>
    public const int MostDays = 3_650;

    /// <summary>Nobody may wipe away what was done yesterday. PostgreSQL holds it too, in <see cref="Data.OwnerFunctions"/>.</summary>
    public const int LeastAuditDays = 30;
}
