using TestForge.Platform.Accounts;

namespace TestForge.Platform.OAuth;

/// <summary>Who is signed in to the browser that asks, when it is to the tenant that is asked for.</summary>
internal sealed record BrowserFeature(BrowserSession? Session);
