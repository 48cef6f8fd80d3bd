namespace TestForge.Engine.Discovery.Technologies;

/// <summary>What is known of technologies and the signs they leave.</summary>
internal static class TechnologyRules
{
    /// <summary>Categories of what the page script names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Marks = new Dictionary<string, string>
    {
        ["React"] = "framework", ["Next.js"] = "framework", ["Vue"] = "framework", ["Nuxt"] = "framework", ["Angular"] = "framework",
        ["AngularJS"] = "framework", ["Svelte"] = "framework", ["Ember"] = "framework", ["Preact"] = "framework", ["Astro"] = "framework",
        ["Blazor"] = "framework", ["htmx"] = "library", ["Alpine.js"] = "library", ["Turbo"] = "library", ["Livewire"] = "framework",
        ["Backbone"] = "library", ["Knockout"] = "library", ["jQuery"] = "library", ["Google Analytics"] = "analytics", ["Matomo"] = "analytics",
    };

    /// <summary>Products named by the <c>server</c> and <c>x-powered-by</c> headers, and by <c>generator</c>.</summary>
    public static readonly IReadOnlyList<TechnologyRule> Products =
    [
        new("nginx", "nginx", "server"), new("openresty", "OpenResty", "server"), new("apache", "Apache HTTP Server", "server"),
        new("microsoft-iis", "IIS", "server"), new("caddy", "Caddy", "server"), new("kestrel", "Kestrel", "server"),
        new("litespeed", "LiteSpeed", "server"), new("gunicorn", "Gunicorn", "server"), new("uvicorn", "Uvicorn", "server"),
        new("werkzeug", "Werkzeug", "server"), new("wsgiserver", "Django", "framework"), new("jetty", "Jetty", "server"), new("tomcat", "Tomcat", "server"),
        new("puma", "Puma", "server"), new("cowboy", "Cowboy", "server"), new("envoy", "Envoy", "server"), new("cloudflare", "Cloudflare", "security"),
        new("akamaighost", "Akamai", "security"), new("php", "PHP", "language"), new("express", "Express", "framework"), new("asp.net", "ASP.NET", "framework"),
        new("next.js", "Next.js", "framework"), new("phusion passenger", "Phusion Passenger", "server"), new("servlet", "Java Servlet", "language"),
        new("wordpress", "WordPress", "cms"), new("drupal", "Drupal", "cms"), new("joomla", "Joomla", "cms"), new("typo3", "TYPO3", "cms"),
        new("hugo", "Hugo", "cms"), new("jekyll", "Jekyll", "cms"), new("gatsby", "Gatsby", "framework"), new("ghost", "Ghost", "cms"),
        new("wix", "Wix", "cms"), new("shopify", "Shopify", "cms"), new("prestashop", "PrestaShop", "cms"), new("astro", "Astro", "framework"),
        new("mediawiki", "MediaWiki", "cms"), new("docusaurus", "Docusaurus", "cms"), new("python", "Python", "language"),
    ];

    /// <summary>Names of cookies, by their beginning.</summary>
    public static readonly IReadOnlyList<TechnologyRule> Cookies =
    [
        new("phpsessid", "PHP", "language"), new("jsessionid", "Java Servlet", "language"), new("asp.net_sessionid", "ASP.NET", "framework"),
        new(".aspnetcore.", "ASP.NET Core", "framework"), new("laravel_session", "Laravel", "framework"), new("csrftoken", "Django", "framework"),
        new("connect.sid", "Express", "framework"), new("symfony", "Symfony", "framework"), new("ci_session", "CodeIgniter", "framework"),
        new("wordpress_", "WordPress", "cms"), new("wp-settings", "WordPress", "cms"), new("__cf_bm", "Cloudflare", "security"),
        new("_ga", "Google Analytics", "analytics"), new("_pk_id", "Matomo", "analytics"), new("_shopify", "Shopify", "cms"),
    ];

    /// <summary>Parts of the addresses of scripts and style sheets.</summary>
    public static readonly IReadOnlyList<TechnologyRule> Files =
    [
        new("jquery-ui", "jQuery UI", "library"), new("jquery", "jQuery", "library"), new("bootstrap", "Bootstrap", "library"), new("tailwind", "Tailwind CSS", "library"),
        new("lodash", "Lodash", "library"), new("moment", "Moment.js", "library"), new("d3", "D3", "library"), new("chart", "Chart.js", "library"),
        new("socket.io", "Socket.IO", "library"), new("three", "three.js", "library"), new("leaflet", "Leaflet", "library"),
        new("font-awesome", "Font Awesome", "library"), new("blazor", "Blazor", "framework"), new("gtag", "Google Analytics", "analytics"), new("matomo", "Matomo", "analytics"),
    ];

    /// <summary>Folders in the addresses of scripts and style sheets.</summary>
    public static readonly IReadOnlyList<TechnologyRule> Folders =
    [
        new("/wp-content/", "WordPress", "cms"), new("/wp-includes/", "WordPress", "cms"), new("/_next/", "Next.js", "framework"), new("/_nuxt/", "Nuxt", "framework"),
        new("/sites/default/files/", "Drupal", "cms"), new("/_astro/", "Astro", "framework"), new("/_framework/blazor", "Blazor", "framework"),
        new("/typo3temp/", "TYPO3", "cms"), new("/_app/immutable/", "SvelteKit", "framework"),
    ];
}
