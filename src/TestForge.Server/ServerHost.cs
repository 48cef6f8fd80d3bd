using Microsoft.AspNetCore.Server.Kestrel.Core;
using TestForge.Engine.Claude;
using TestForge.Platform;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Baselines;
using TestForge.Platform.Data;
using TestForge.Platform.Heals;
using TestForge.Platform.Limits;
using TestForge.Platform.Notifications;
using TestForge.Platform.Personal;
using TestForge.Platform.Projects;
using TestForge.Platform.Quotas;
using TestForge.Platform.Retention;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;
using TestForge.Server.Claude;
using TestForge.Server.Docs;
using TestForge.Server.Health;
using TestForge.Server.Runs;

namespace TestForge.Server;

/// <summary>Puts the server together.</summary>
internal static class ServerHost
{
    /// <param name="settings">What the operator has said.</param>
    /// <param name="replace">Registered last, so that a test may bring parts of its own.</param>
    public static WebApplication Build(ServerSettings settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var limits = builder.Configuration.GetSection("Api").Get<ApiOptions>() ?? new();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, limits));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Critical).AddFilter("TestForge.Platform.Access", LogLevel.Warning).AddFilter("OpenIddict", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));

        builder.Services.AddSingleton(settings);
        builder.Services.AddPlatform(settings.Database is not null, limits);
        builder.Services.Configure<DataOptions>(o =>
        {
            o.PostgreSql = settings.Database;
            o.PostgreSqlOwner = settings.DatabaseOwner;
            o.SqliteFile = Path.Combine(settings.DataFolder, DataFolder.DatabaseFile);
        });
        builder.Services.Configure<LimitOptions>(builder.Configuration.GetSection("Limits"));
        builder.Services.Configure<AccessOptions>(builder.Configuration.GetSection("Access"));
        builder.Services.Configure<AccessOptions>(o => Let(o, settings));
        builder.Services.Configure<LimitOptions>(o => o.Redis = settings.Redis ?? o.Redis);
        builder.Services.Configure<SecretOptions>(o =>
        {
            (o.Key, o.PreviousKey) = (settings.MasterKey, settings.PreviousMasterKey);

            // On one machine the key lies beside the database, for its owner alone; where the database is elsewhere, so has the key to be.
            o.MakeKeyFile = settings.Database is null && settings.MasterKeyFile is null;
            o.KeyFile = settings.MasterKeyFile ?? (o.MakeKeyFile ? Path.Combine(settings.DataFolder, DataFolder.KeyFile) : null);
        });
        builder.Services.Configure<EgressOptions>(o => (o.AllowPrivateNetworks, o.AllowLoopback) = (settings.AllowPrivateNetworks, settings.Local));
        builder.Services.Configure<RunOptions>(builder.Configuration.GetSection("Runs"));
        builder.Services.Configure<RunOptions>(o => o.Parallel = settings.Parallel ?? o.Parallel);
        builder.Services.AddOptions<ClaudeOptions>().Bind(builder.Configuration.GetSection("Claude")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<ClaudeOptions>(o => (o.ApiKey, o.BaseUrl) = (settings.ClaudeKey, settings.ClaudeUrl ?? ClaudeOptions.DefaultBaseUrl));
        builder.Services.AddSingleton<ServerClaude>();
        builder.Services.AddSingleton<RunFolders>();
        builder.Services.AddSingleton<ITenantFiles>(provider => provider.GetRequiredService<RunFolders>());
        builder.Services.Configure<QuotaOptions>(builder.Configuration.GetSection("Quotas"));
        builder.Services.Configure<RetentionOptions>(builder.Configuration.GetSection("Retention"));
        builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
        builder.Services.Configure<VaultOptions>(builder.Configuration.GetSection("Vault"));
        builder.Services.AddSingleton<IRunArtifacts>(provider => provider.GetRequiredService<RunFolders>());
        builder.Services.AddSingleton<IRunExecutor, EngineExecutor>();
        builder.Services.AddSingleton<IHealPatches, HealPatches>();
        builder.Services.AddSingleton<IBaselineFiles, BaselineFiles>();
        builder.Services.AddApiDescription();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        Proxies.Believe(app, settings);
        app.UseApi();
        app.MapHealth();
        app.MapApiDescription();
        app.MapPlatform();
        return app;
    }

    /// <summary>Brings the database up to where it can be served. Returns what lets the owner in when this is the first start.</summary>
    public static async Task<FirstStartSecrets?> PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var schema = app.Services.GetRequiredService<Schema>();
        var settings = app.Services.GetRequiredService<ServerSettings>();
        if (settings.Database is null)
        {
            await schema.MigrateAsync(cancellationToken);
        }

        await schema.CheckAsync(cancellationToken);
        await schema.EnsurePartitionsAsync(cancellationToken);
        if (settings.Database is null)
        {
            await app.Services.GetRequiredService<Startup>().ReclaimAsync(cancellationToken);
        }

        await app.Services.GetRequiredService<InstallationKeys>().RefreshAsync(cancellationToken);
        return await app.Services.GetRequiredService<FirstStart>().RunAsync(cancellationToken);
    }

    private static void Let(AccessOptions access, ServerSettings settings)
    {
        access.PublicUrl = settings.PublicUrl is { } url ? new(url) : access.PublicUrl;
        access.FirstOwner = settings.Owner ?? access.FirstOwner;

        // Where nobody else can listen, or where the operator has said that there is no TLS.
        access.AllowHttp |= settings.Local || access.PublicUrl is { Scheme: "http", IsLoopback: true };
    }

    private static void Limit(KestrelServerOptions kestrel, ApiOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.MaxBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
