namespace TestForge.Platform.Access;

/// <summary>What a caller may do. Each scope is also the name of the policy that asks for it.</summary>
internal static class Scopes
{
    public const string ProjectsRead = "projects:read";
    public const string ProjectsWrite = "projects:write";
    public const string RunsRead = "runs:read";
    public const string RunsWrite = "runs:write";
    public const string KeysRead = "keys:read";
    public const string KeysWrite = "keys:write";
    public const string WebhooksRead = "webhooks:read";
    public const string WebhooksWrite = "webhooks:write";
    public const string AuditRead = "audit:read";
    public const string TenantRead = "tenant:read";
    public const string TenantWrite = "tenant:write";
    public const string MembersRead = "members:read";
    public const string MembersWrite = "members:write";
    public const string ClientsRead = "clients:read";
    public const string ClientsWrite = "clients:write";
    public const string IdentityRead = "identity:read";
    public const string IdentityWrite = "identity:write";
    public const string AccountRead = "account:read";
    public const string AccountWrite = "account:write";

    public const string UsageRead = "usage:read";
    public const string NotificationsRead = "notifications:read";
    public const string NotificationsWrite = "notifications:write";
    public const string RetentionRead = "retention:read";
    public const string RetentionWrite = "retention:write";

    public static readonly IReadOnlyList<string> All =
    [
        ProjectsRead, ProjectsWrite, RunsRead, RunsWrite, KeysRead, KeysWrite, AuditRead, UsageRead, WebhooksRead, WebhooksWrite,
        NotificationsRead, NotificationsWrite, RetentionRead, RetentionWrite,
        TenantRead, TenantWrite, MembersRead, MembersWrite, ClientsRead, ClientsWrite, IdentityRead, IdentityWrite, AccountRead, AccountWrite,
    ];
}
