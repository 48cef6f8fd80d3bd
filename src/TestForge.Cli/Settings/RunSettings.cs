using TestForge.Engine.Browser;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Reporting;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>The given settings with defaults filled in, in the pipeline's terms.</summary>
internal sealed class RunSettings(SettingValues values)
{
    public CrawlLimits Limits { get; } = LimitsFrom(values);

    public ScopeRules Scope { get; } = new(PrefixFrom(values), values.List(KnownSettings.Include), values.List(KnownSettings.Exclude));

    public int MaxTests => values.Number(KnownSettings.MaxTests) ?? 100;

    public int Seed => values.Number(KnownSettings.Seed) ?? 1;

    public HealingRules Healing => new()
    {
        Policy = values.Text(KnownSettings.Healing) is { } policy ? PolicyFrom(policy) : new HealingRules().Policy,
        MaxHeals = values.Number(KnownSettings.MaxHeals),
        Cases = values.Map(KnownSettings.HealingOfCases).ToDictionary(c => c.Key, c => PolicyFrom(c.Value)),
        Elements = values.Map(KnownSettings.HealingOfElements).ToDictionary(e => e.Key, e => PolicyFrom(e.Value)),
    };

    public string Backend { get; } = BackendFrom(values);

    public IReadOnlyList<ScriptLanguage> Languages => values.Text(KnownSettings.Script) switch
    {
        "csharp" => [ScriptLanguage.CSharp],
        "gherkin-typescript" => [ScriptLanguage.TypeScriptGherkin],
        "gherkin-csharp" => [ScriptLanguage.CSharpGherkin],
        "both" => [ScriptLanguage.TypeScript, ScriptLanguage.CSharp],
        _ => [ScriptLanguage.TypeScript],
    };

    public int Workers => values.Number(KnownSettings.Workers) ?? 0;

    public PixelSize? Viewport => values.Text(KnownSettings.Viewport) is { } text ? PixelSize.TryParse(text) : null;

    public IReadOnlyList<string> Exports => values.List(KnownSettings.Export) ?? [];

    /// <summary>Refuses a rule that could not be decided, before anything has run.</summary>
    public IReadOnlyList<string> Gates { get; } = GatesFrom(values);

    public void Apply(BrowserOptions options)
    {
        options.ExecutablePath = values.Text(KnownSettings.BrowserPath);
        options.Headed = values.Switch(KnownSettings.Headed);
        options.AllowPrivate = values.Switch(KnownSettings.AllowPrivate);
    }

    public void Apply(ExecutionOptions options)
    {
        options.Workers = Workers;
        options.ViewportWidth = Viewport?.Width ?? options.ViewportWidth;
        options.ViewportHeight = Viewport?.Height ?? options.ViewportHeight;
    }

    public void Apply(VisionOptions options)
    {
        options.Model = values.Text(KnownSettings.VisionModel);
        options.Provider = values.Text(KnownSettings.VisionProvider) ?? options.Provider;
    }

    /// <param name="options">Where to put it.</param>
    /// <param name="usual">The history's file when no other is named.</param>
    public void Apply(ReportingOptions options, string usual) =>
        options.HistoryFile = values.Switch(KnownSettings.NoHistory) ? null : values.Text(KnownSettings.History) ?? usual;

    /// <summary>Fingerprints lie beside the history.</summary>
    public void Apply(FingerprintOptions options, string usual) =>
        options.File = values.Switch(KnownSettings.NoHistory) ? null : Path.ChangeExtension(values.Text(KnownSettings.History) ?? usual, ".prints");

    /// <summary>Returns null when no pictures are to be compared.</summary>
    /// <param name="usual">The folder when no other is named.</param>
    public BaselineSource? BaselinesIn(string usual)
    {
        var update = values.Switch(KnownSettings.UpdateBaselines);
        var named = values.Text(KnownSettings.Baselines);
        return update || named is not null || values.Switch(KnownSettings.Visual) ? new(Path.GetFullPath(named ?? usual), update) : null;
    }

    public RunInput InputFor(Uri target, SessionSource session, DateTimeOffset now) => new()
    {
        RunId = Guid.CreateVersion7(now),
        Target = target,
        StartedAt = now,
        Limits = Limits,
        Scope = Scope,
        Session = session,
        MaxTests = MaxTests,
        Languages = Languages,
        Backend = Backend,
        Healing = Healing,
        Seed = Seed,
        Exports = Exports,
        Gates = Gates,
    };

    private static HealingPolicy PolicyFrom(string word) => word switch
    {
        "off" => HealingPolicy.Off,
        "suggest" => HealingPolicy.Suggest,
        "heal-and-patch" => HealingPolicy.HealAndPatch,
        _ => HealingPolicy.HealAndReport,
    };

    private static CrawlLimits LimitsFrom(SettingValues values)
    {
        var defaults = new CrawlLimits();
        return defaults with
        {
            MaxPages = values.Number(KnownSettings.MaxPages) ?? defaults.MaxPages,
            MaxDepth = values.Number(KnownSettings.MaxDepth) ?? defaults.MaxDepth,
            AllowDestructive = values.Switch(KnownSettings.AllowDestructive),
            MaxStates = values.Number(KnownSettings.MaxStates) ?? defaults.MaxStates,
            MaxMinutes = values.Number(KnownSettings.MaxMinutes) ?? defaults.MaxMinutes,
            MaxMegabytes = values.Number(KnownSettings.MaxMegabytes) ?? defaults.MaxMegabytes,
            PagesPerSecond = values.Fraction(KnownSettings.Rate) ?? defaults.PagesPerSecond,
            RespectRobots = !values.Switch(KnownSettings.IgnoreRobots),
        };
    }

    private static string PrefixFrom(SettingValues values)
    {
        var prefix = values.Text(KnownSettings.Scope) ?? "/";
        return prefix.StartsWith('/')
            ? prefix
            : throw new StageException("config.invalid_value", $"The scope '{prefix}' is not allowed; allowed is a path that begins with '/', such as /shop.", retryable: false);
    }

    private static IReadOnlyList<string> GatesFrom(SettingValues values)
    {
        var gates = values.List(KnownSettings.Gates) ?? [];
        if (gates.Select(GateRule.Parse).ToArray().FirstOrDefault(g => g.Metric.NeedsHistory) is { } rule && values.Switch(KnownSettings.NoHistory))
        {
            throw new StageException("config.conflict", $"The gate '{rule.Text}' compares with earlier runs, and --no-history forgets them. Leave out one of the two.", retryable: false);
        }

        return gates;
    }

    private static string BackendFrom(SettingValues values)
    {
        var backend = values.Text(KnownSettings.Backend) ?? ExecutionBackends.InProcess;
        return backend == ExecutionBackends.Playwright && values.Text(KnownSettings.Script) is "csharp" or "gherkin-typescript" or "gherkin-csharp"
            ? throw new StageException(
                "config.conflict",
                "The backend 'playwright' runs the generated TypeScript, and other scripts are asked for. Use --script typescript or both.",
                retryable: false)
            : backend;
    }
}
