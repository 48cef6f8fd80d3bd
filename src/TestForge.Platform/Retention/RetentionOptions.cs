using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Retention;

/// <summary>How long data are kept that tenants say nothing about, in days where nothing else is said.</summary>
public sealed class RetentionOptions
{
    /// <summary>Runs that have ended, with all that they left. The default is 180.</summary>
    [Range(1, RetentionLimits.MostDays)]
    public int RunDays { get; set; } = 180;

    /// <summary>Events of runs that have ended. The default is 90.</summary>
    [Range(1, RetentionLimits.MostDays)]
    public int EventDays { get; set; } = 90;

    /// <summary>Lines of the audit log. The default is 400, 30 are the least.</summary>
    [Range(RetentionLimits.LeastAuditDays, RetentionLimits.MostDays)]
    public int AuditDays { get; set; } = 400;

    /// <summary>Deliveries that have ended. The default is 30.</summary>
    [Range(1, RetentionLimits.MostDays)]
    public int DeliveryDays { get; set; } = 30;

    /// <summary>Messages that were passed on. The default is 7.</summary>
    [Range(1, RetentionLimits.MostDays)]
    public int OutboxDays { get; set; } = 7;

    /// <summary>Answers that are kept for a request that comes again, in hours. The default is 48.</summary>
    [Range(1, 24 * 365)]
    public int IdempotencyHours { get; set; } = 48;

    /// <summary>API keys after they were revoked or have expired. The default is 90.</summary>
    [Range(1, RetentionLimits.MostDays)]
    public int EndedKeyDays { get; set; } = 90;

    /// <summary>How often each tenant's data are looked through, in minutes. The default is 1 440, once a day.</summary>
    [Range(1, 7 * 1_440)]
    public int EveryMinutes { get; set; } = 1_440;
}
