namespace TestForge.Platform.SingleSignOn;

/// <summary>A domain, and the record that shows whose it is.</summary>
internal sealed record DomainResponse(Guid Id, string Name, string RecordName, string RecordText, DateTimeOffset? VerifiedAt, Guid? ProviderId, bool Enforced, int Version)
{
    public static DomainResponse Of(TenantDomain d) => new(d.Id, d.Name, RecordNameOf(d.Name), RecordTextOf(d.Challenge), d.VerifiedAt, d.ProviderId, d.Enforced, d.Version);

    public static string RecordNameOf(string domain) => $"_testforge.{domain}";

    public static string RecordTextOf(string challenge) => $"testforge-domain={challenge}";
}
