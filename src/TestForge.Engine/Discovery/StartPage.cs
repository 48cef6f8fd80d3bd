namespace TestForge.Engine.Discovery;

/// <summary>Where a target really lives: its first answer may send visitors on.</summary>
internal static class StartPage
{
    /// <summary>Tells whether an origin is the target's own: the same host, or the same with or without <c>www.</c>.</summary>
    public static bool IsSameSite(Uri target, Uri final) => Bare(target) == Bare(final) && final.Scheme is "http" or "https";

    public static bool IsSameOrigin(Uri target, Uri final) =>
        target.Scheme == final.Scheme && target.IdnHost == final.IdnHost && target.Port == final.Port;

    private static string Bare(Uri url) => url.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? url.IdnHost[4..] : url.IdnHost;
}
