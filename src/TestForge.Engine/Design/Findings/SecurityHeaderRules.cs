namespace TestForge.Engine.Design.Findings;

/// <summary>The response headers that browsers turn into protections.</summary>
internal static class SecurityHeaderRules
{
    public static readonly string[] Names =
    [
        "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "strict-transport-security",
        "permissions-policy", "cross-origin-opener-policy",
    ];
}
