using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Budgets;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>How the language model is reached and what it may cost. Key and address come from the environment alone: a settings file could send the key elsewhere.</summary>
internal sealed class ClaudeSettings(CliEnvironment environment)
{
    public const string KeyVariable = "ANTHROPIC_API_KEY";
    public const string AddressVariable = "ANTHROPIC_BASE_URL";

    /// <summary>Where the ledger, kept answers and audit lines of all runs are.</summary>
    public string Folder => Path.Combine(environment.WorkingFolder, OutputFolder.Root, "claude");

    public ClaudeOptions Options(SettingValues values)
    {
        var options = new ClaudeOptions();
        Apply(values, options);
        return options;
    }

    public void Apply(SettingValues values, ClaudeOptions options)
    {
        options.ApiKey = environment.Variable(KeyVariable);
        options.BaseUrl = Address() ?? options.BaseUrl;
        options.Off = values.Switch(KnownSettings.NoClaude);
        options.Model = values.Text(KnownSettings.ClaudeModel) ?? options.Model;
        options.Folder = Folder;
        options.PricesFile = values.Text(KnownSettings.ClaudePrices);
        options.CacheDays = values.Number(KnownSettings.ClaudeCacheDays) ?? options.CacheDays;
        options.CacheMegabytes = values.Number(KnownSettings.ClaudeCacheMegabytes) ?? options.CacheMegabytes;
        options.BatchPages = values.Number(KnownSettings.BatchPages);
        options.MinimalRetention = values.Switch(KnownSettings.MinimalRetention);
        options.InferenceGeo = values.Text(KnownSettings.InferenceGeo);
        options.AuditContent = values.Switch(KnownSettings.AuditContent);
        options.MaskPatterns = values.List(KnownSettings.ClaudeMask) ?? [];
        Apply(values, options.Budgets);
    }

    /// <summary>Refuses, before anything has run, what would fail at the first call.</summary>
    public void Check(SettingValues values)
    {
        Address();
        ClaudeAccess.CheckSettings(Options(values));
    }

    private static void Apply(SettingValues values, BudgetOptions budgets)
    {
        budgets.UsdPerCall = Usd(KnownSettings.UsdPerCall) ?? budgets.UsdPerCall;
        budgets.UsdPerRun = Usd(KnownSettings.MaxUsd) ?? budgets.UsdPerRun;
        budgets.UsdPerProject = Usd(KnownSettings.UsdPerProject);
        budgets.UsdPerMonth = Usd(KnownSettings.UsdPerMonth) ?? budgets.UsdPerMonth;
        budgets.TokensPerCall = values.Number(KnownSettings.TokensPerCall);
        budgets.TokensPerRun = values.Number(KnownSettings.TokensPerRun);
        budgets.TokensPerProject = values.Number(KnownSettings.TokensPerProject);
        budgets.TokensPerMonth = values.Number(KnownSettings.TokensPerMonth);

        decimal? Usd(Setting setting) => values.Fraction(setting) is { } usd ? (decimal)usd : null;
    }

    private string? Address()
    {
        if (environment.Variable(AddressVariable) is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? text
            : throw new StageException("config.invalid_value", $"{AddressVariable} is no address that a key may be sent to; allowed is https, or http on this machine.", retryable: false);
    }
}
