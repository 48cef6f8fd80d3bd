namespace TestForge.Engine.Discovery;

/// <summary>Tells whether the place a start page redirects to is still the same site.</summary>
internal static class TargetMoves
{
    private const string Www = "www.";

    public static bool SameOrigin(Uri a, Uri b) => a.Scheme == b.Scheme && a.IdnHost == b.IdnHost && a.Port == b.Port;

    /// <summary>From http to https of the same host, and to or from <c>www.</c>, is the same site; everything else is another.</summary>
    public static bool SameSite(Uri target, Uri final)
    {
        if (Bare(target) != Bare(final))
        {
            return false;
        }

        var secured = target.Scheme == Uri.UriSchemeHttp && final.Scheme == Uri.UriSchemeHttps;
        return secured || (target.Scheme == final.Scheme && target.Port == final.Port);
    }

    private static string Bare(Uri url) => url.IdnHost.StartsWith(Www, StringComparison.Ordinal) ? url.IdnHost[Www.Length..] : url.IdnHost;
}
