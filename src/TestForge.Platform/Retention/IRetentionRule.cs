using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Removes one kind of data once it is too old.</summary>
internal interface IRetentionRule
{
    /// <summary>What it removes, in the words of the audit log.</summary>
    string Name { get; }

    /// <summary>Removes a bounded batch. May be ended in the middle and begun again, here or on another server.</summary>
    /// <returns>How many were removed; 0 when nothing is left to do.</returns>
    Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken);
}
