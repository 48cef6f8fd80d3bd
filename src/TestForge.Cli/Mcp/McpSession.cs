using TestForge.Cli.Settings;
using TestForge.Engine.Claude;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>What one client's calls share: what a person has allowed, the folders, and how text of the application is told.</summary>
internal sealed class McpSession
{
    private McpSession(SettingValues settings, McpTargets targets, McpFolders folders, AgentText text, SessionSource signIn, IReadOnlyList<string> variables)
    {
        Settings = settings;
        Targets = targets;
        Folders = folders;
        Text = text;
        SignIn = signIn;
        Variables = variables;
    }

    /// <summary>Flags of the command over those of the settings file.</summary>
    public SettingValues Settings { get; }

    public McpTargets Targets { get; }

    public McpFolders Folders { get; }

    public AgentText Text { get; }

    public SessionSource SignIn { get; }

    /// <summary>Environment variables that may be typed by name.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Reads everything that a person has set, so that a fault in it is told before any client is.</summary>
    public static async Task<McpSession> ReadAsync(CliEnvironment environment, string? url, IReadOnlyList<string> variables, SettingValues flags, CancellationToken cancellationToken)
    {
        var sources = new SettingSources(environment.WorkingFolder);
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        var named = (url ?? values.Text(KnownSettings.Url)) is { } typed ? TargetUrl.Parse(typed) : null;
        var signIn = await SessionSettings.ReadAsync(values, environment.Variable, cancellationToken);
        var roles = await SessionSettings.RolesAsync(values, environment.Variable, cancellationToken);
        var claude = new ClaudeSettings(environment);
        claude.Check(values);
        var options = claude.Options(values);
        options.Folder = null;
        options.Secrets = [.. SessionSecrets.Of([signIn, .. roles.Select(r => r.Session)], environment.Variable), .. variables.Select(environment.Variable).OfType<string>()];

        // A folder of an earlier run remembers what that run was allowed; a client is allowed what this server was started with.
        var settings = new SettingValues();
        settings.Set(KnownSettings.AllowDestructive, values.Switch(KnownSettings.AllowDestructive));
        settings.Set(KnownSettings.AllowPrivate, values.Switch(KnownSettings.AllowPrivate));
        settings.Set(KnownSettings.IgnoreRobots, values.Switch(KnownSettings.IgnoreRobots));
        return new(
            settings.Over(values.Without([KnownSettings.Out, KnownSettings.Json, KnownSettings.Quiet])),
            new(named, values.Switch(KnownSettings.AllowPrivate)),
            new(environment.WorkingFolder),
            AgentText.Create(options),
            signIn,
            variables);
    }

    /// <summary>Refuses variables that no person has allowed. Throws <c>mcp.variable_refused</c>.</summary>
    public void CheckVariables(IEnumerable<string> texts)
    {
        if (texts.SelectMany(Secrets.VariablesIn).FirstOrDefault(v => !Variables.Contains(v)) is { } name)
        {
            throw new StageException("mcp.variable_refused", $"The environment variable {name} may not be typed. A person can allow it: testforge mcp --variable {name}.", retryable: false);
        }
    }
}
