namespace TestForge.Platform.Retention;

/// <summary>For how many days what is kept: what the tenant has set, and what holds.</summary>
internal sealed record RetentionResponse(RetentionResponse.Days Set, RetentionResponse.Days Effective, int Version)
{
    public sealed record Days(int? RunDays, int? EventDays, int? AuditDays, int? DeliveryDays);

    public static RetentionResponse Of(RetentionPolicy? policy, RetentionOptions options) => new(
        new(policy?.RunDays, policy?.EventDays, policy?.AuditDays, policy?.DeliveryDays),
        new(policy?.RunDays ?? options.RunDays, policy?.EventDays ?? options.EventDays, policy?.AuditDays ?? options.AuditDays, policy?.DeliveryDays ?? options.DeliveryDays),
        policy?.Version ?? 0);
}
