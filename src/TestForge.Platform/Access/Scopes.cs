namespace TestForge.Platform.Access;

/// <summary>What a key may do. Each scope is also the name of the policy that asks for it.</summary>
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

    public static readonly IReadOnlyList<string> All = [ProjectsRead, ProjectsWrite, RunsRead, RunsWrite, KeysRead, KeysWrite, AuditRead, WebhooksRead, WebhooksWrite];
}
