using System.Net;

namespace TestForge.Engine.Discovery.Api;

/// <summary>Tells the hosts of the application from those of third parties.</summary>
internal static class ApiHosts
{
    /// <summary>Second-level names below which countries register sites: <c>co.uk</c>, <c>com.br</c>.</summary>
    private static readonly HashSet<string> SecondLevel = ["ac", "co", "com", "edu", "gob", "gouv", "gov", "gv", "ne", "net", "or", "org"];

    /// <summary>Hosts whose subdomains belong to different people.</summary>
    private static readonly string[] Shared =
    [
        "appspot.com", "azurewebsites.net", "cloudfront.net", "firebaseapp.com", "fly.dev", "github.io", "gitlab.io", "herokuapp.com",
        "myshopify.com", "netlify.app", "ngrok.io", "onrender.com", "pages.dev", "railway.app", "surge.sh", "vercel.app", "web.app",
        "wixsite.com", "wordpress.com", "workers.dev",
    ];

    /// <summary>Same host, or hosts of one registrable domain. Ports and schemes do not matter, as for cookies.</summary>
    public static bool SameSite(Uri target, Uri url) => url.IdnHost == target.IdnHost || Site(url.IdnHost) == Site(target.IdnHost);

    private static string Site(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        var labels = host.Split('.');
        var suffix = Shared.Any(s => host.EndsWith($".{s}", StringComparison.Ordinal))
            || (labels.Length > 2 && labels[^1].Length == 2 && SecondLevel.Contains(labels[^2])) ? 3 : 2;
        return string.Join('.', labels.TakeLast(suffix));
    }
}
