namespace TestForge.Server;

/// <summary>What the operator has said, from flags and the environment.</summary>
internal sealed record ServerSettings
{
    public const string DefaultUrls = "http://127.0.0.1:8080";

    /// <summary>Where to listen, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Folder of the SQLite database and of what runs leave.</summary>
    public string DataFolder { get; init; } = "testforge-data";

    /// <summary>Connection string of PostgreSQL, or null for SQLite.</summary>
    public string? Database { get; init; }

    /// <summary>Connection string of the tables' owner, or null for the same.</summary>
    public string? DatabaseOwner { get; init; }

    /// <summary>Key of the language model's service, for the runs of all tenants; null when runs go by rules.</summary>
    public string? ClaudeKey { get; init; }

    /// <summary>Another address of that service; null for its own.</summary>
    public string? ClaudeUrl { get; init; }

    /// <summary>Connection string of Redis, in which several servers count requests together; null when there is one server.</summary>
    public string? Redis { get; init; }

    /// <summary>Key that encrypts secrets, 32 bytes in Base64; null for <see cref="MasterKeyFile"/>.</summary>
    public string? MasterKey { get; init; }

    /// <summary>The key before it, while it is being replaced.</summary>
    public string? PreviousMasterKey { get; init; }

    /// <summary>File of the key; null for one in the data folder, on SQLite only.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>A person's own machine: applications on it may be tested, and nobody else can reach the server.</summary>
    public bool Local { get; init; }

    public bool AllowPrivateNetworks { get; init; }

    /// <summary>The address by which others reach the server; null for the address of each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Networks of proxies in front of the server whose word about callers is believed, separated by commas; null when there are none.</summary>
    public string? Proxies { get; init; }

    /// <summary>Address of the person who owns the first tenant; null for the default.</summary>
    public string? Owner { get; init; }

    /// <summary>Most runs at the same time; null for the default.</summary>
    public int? Parallel { get; init; }

    /// <summary>Path of a Chromium; null for the first one found.</summary>
    public string? Browser { get; init; }

    /// <summary>What keeps these settings from being served, or null.</summary>
    public string? WhyNot()
    {
        foreach (var text in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                return $"'{text}' in --urls is no address to listen on, such as http://127.0.0.1:8080.";
            }

            if (Local && !url.IsLoopback)
            {
                return $"--local is for your own machine, and '{text}' lets others reach it. Listen on 127.0.0.1, or leave out --local.";
            }
        }

        if (PublicUrl is { } reached && (!Uri.TryCreate(reached, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/"))
        {
            return $"'{reached}' in TESTFORGE_PUBLIC_URL is no address such as https://test.example.";
        }

        if (Server.Proxies.WrongIn(Proxies) is { } wrong)
        {
            return $"'{wrong}' in TESTFORGE_PROXIES is no network such as 10.0.0.0/8, nor an address.";
        }

        return Parallel is < 0 or > 256 ? "--parallel has to be 0 to 256." : null;
    }
}
