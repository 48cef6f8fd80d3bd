using System.CommandLine;
using TestForge.Cli.Heals;
using TestForge.Cli.Settings;

namespace TestForge.Cli.Commands;

/// <summary>The commands, their arguments and their flags.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<Setting, Option> _options = [];
    private readonly SettingReader _reader;

    public CommandLine(SettingReader reader, CommandHandlers handlers)
    {
        _reader = reader;
        foreach (var setting in KnownSettings.All.Where(s => s != KnownSettings.Url && s.HasOption))
        {
            _options[setting] = OptionFor(setting);
        }

        Resume = new("--resume") { Description = "Go on with the run in DIR; finished stages are not repeated.", HelpName = "DIR" };
        Serve = new("--serve") { Description = "Only serve the sample application, until Ctrl-C, for trying commands on it." };
        Diff = new("--diff") { Description = "Only say what differs between two site maps, or the folders of two runs.", HelpName = "OLD NEW", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
        Merge = new("--merge") { Description = "Bring together what the shards of one plan left in these folders, and report on it in --out.", HelpName = "DIR", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
        Results = new("--results") { Description = "What the suite's own run has left: the file of Playwright's json reporter, or the TRX file of dotnet test.", HelpName = "FILE" };
        Project = new("--project") { Description = "Folder of the suite, with its configuration. Default: the working folder.", HelpName = "DIR" };
        Apply = new("--apply") { Description = "Write the proved patches into the suite." };
        ApplyShared = new("--apply-shared") { Description = "With --apply, also those of locators that more than one test uses." };
        Root = new("Tests a web application by itself: finds its pages, designs tests, writes them as scripts, runs and heals them, and reports.");
        Add("run", "The whole chain, from an address to a report.", handlers.Run, takesUrl: true, KnownSettings.All).Add(Resume);
        Add("demo", "The whole chain on a sample application that comes along.", handlers.Demo, takesUrl: false, ForDemo).Add(Serve);
        Add("discover", "Explores the application and writes site-map.json.", handlers.Discover, takesUrl: true, ForDiscover).Add(Diff);
        Add("design", "Designs tests for site-map.json and writes test-plan.json.", handlers.Design, takesUrl: false, ForDesign);
        Add("script", "Writes test-plan.json as Gherkin and as projects that run by themselves.", handlers.Script, takesUrl: false, ForScript);
        Add("execute", "Runs the cases of test-plan.json, heals what drifted, and writes results.json.", handlers.Execute, takesUrl: false, ForExecute);
        Add("report", "Writes the report of results.json in every format.", handlers.Report, takesUrl: false, ForReport).Add(Merge);
        Root.Add(new HealsLine(this, [.. ForHeals.Select(s => _options[s])], handlers.Heals, handlers.HealsApply).Command);
        var heal = Add("heal", "Heals tests that people wrote: reads the results of their run, finds what broken locators meant, and proposes patches that are proved.", handlers.Heal, takesUrl: false, [KnownSettings.BrowserPath, .. Asking, .. Everywhere]);
        foreach (var option in (Option[])[Results, Project, Apply, ApplyShared])
        {
            heal.Add(option);
        }

        Add("doctor", "Says what is there, what is missing, and how to get it.", handlers.Doctor, takesUrl: true, [KnownSettings.BrowserPath, KnownSettings.Headed, KnownSettings.Json]);

        Add("mcp", "Serves these tools to a coding agent over standard input and output, by the Model Context Protocol. With URL, that application alone may be tested.", handlers.Mcp, takesUrl: true, ForMcp).Add(Variables);

        var vision = new Command("vision", "Checks and calibrates the models that look at pictures.");
        Root.Add(vision);
        Add("check", "Loads a model, refuses what breaks the contract, and says what one embedding takes.", handlers.VisionCheck, takesUrl: false, ForVision, vision).Add(Model);
        var calibrate = Add("calibrate", "Finds thresholds on labelled pairs of elements and keeps them beside the model.", handlers.VisionCalibrate, takesUrl: false, ForVision, vision);
        calibrate.Add(Pairs);
        calibrate.Add(ModelOf);

        var claude = new Command("claude", "The language model that is asked where judgement is needed, when ANTHROPIC_API_KEY is set.");
        Root.Add(claude);
        Add("check", "Says whether it can be reached, what it may cost, and what it has cost this month.", handlers.ClaudeCheck, takesUrl: false, ForClaude, claude).Add(Ask);
        Add("spending", "What calls have cost this month, by application and purpose.", handlers.ClaudeSpending, takesUrl: false, [KnownSettings.Json], claude);

        var baselines = new Command("baselines", "What looked different in a run: lists it, takes it as right, or keeps it as wrong.");
        Root.Add(baselines);
        Add("list", "Lists what looked different.", handlers.BaselinesList, takesUrl: false, ForBaselines, baselines);
        foreach (var review in new[]
        {
            Add("approve", "Makes how parts looked their baselines.", handlers.BaselinesApprove, takesUrl: false, ForBaselines, baselines),
            Add("reject", "Leaves the baselines and remembers that these looks are wrong.", handlers.BaselinesReject, takesUrl: false, ForBaselines, baselines),
        })
        {
            review.Add(Names);
            review.Add(AllOfThem);
            review.Add(Reason);
        }
    }

    public RootCommand Root { get; }

    public Option<string> Resume { get; }

    public Option<bool> Serve { get; }

    public Option<string[]> Diff { get; }

    public Option<string[]> Merge { get; }

    public Option<string?> Results { get; }

    public Option<string?> Project { get; }

    public Option<bool> Apply { get; }

    public Option<bool> ApplyShared { get; }

    public Argument<string?> Url { get; } = new("URL")
    {
        Description = "Address of the application. Without a scheme: https, or http for localhost and IP addresses.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Argument<string> Model { get; } = new("MODEL") { Description = "The model's ONNX file." };

    public Argument<string> Pairs { get; } = new("PAIRS") { Description = "Labelled pairs, one JSON object a line; docs/guides/vision.md shows the format." };

    public Option<string?> ModelOf { get; } = new("--model") { Description = "The model to calibrate. Without one, the histograms are measured.", HelpName = "FILE" };

    public Argument<string[]> Names { get; } = new("NAME") { Description = "Names of baselines, as list shows them.", Arity = ArgumentArity.ZeroOrMore };

    public Option<bool> Ask { get; } = new("--ask") { Description = "Also ask one small question, which costs a fraction of a cent." };

    public Option<string[]> Variables { get; } = new("--variable") { Description = "An environment variable that the agent may have typed into pages as ${env:NAME}, without seeing its value. May be repeated. Default: none.", HelpName = "NAME" };

    public Option<bool> AllOfThem { get; } = new("--all") { Description = "All that looked different." };

    public Option<string?> Reason { get; } = new("--reason") { Description = "Why, for those who read it later.", HelpName = "TEXT" };

    private static IReadOnlyList<Setting> Everywhere => [KnownSettings.Out, KnownSettings.Json, KnownSettings.Quiet];

    private static IReadOnlyList<Setting> InBrowser => [KnownSettings.BrowserPath, KnownSettings.Headed, KnownSettings.AllowPrivate];

    private static IReadOnlyList<Setting> SignedIn => [KnownSettings.StorageState, KnownSettings.Login, KnownSettings.Roles];

    private static IReadOnlyList<Setting> Asking => [KnownSettings.NoClaude, KnownSettings.ClaudeModel, KnownSettings.MaxUsd];

    private static IEnumerable<Setting> ForClaude => [KnownSettings.ClaudeModel, KnownSettings.Json];

    private static IReadOnlyList<Setting> OfGoals => [KnownSettings.Goal, KnownSettings.Goals, KnownSettings.GoalSteps, KnownSettings.GoalMinutes];

    private static IEnumerable<Setting> ForDemo =>
        KnownSettings.All.Except([KnownSettings.Scope, KnownSettings.Include, KnownSettings.Exclude, .. SignedIn]);

    private static IEnumerable<Setting> ForDiscover =>
    [
        KnownSettings.MaxPages, KnownSettings.MaxDepth, KnownSettings.MaxStates, KnownSettings.MaxMinutes, KnownSettings.MaxMegabytes, KnownSettings.Rate,
        KnownSettings.Scope, KnownSettings.Include, KnownSettings.Exclude, KnownSettings.AllowDestructive, KnownSettings.IgnoreRobots, KnownSettings.Seed, .. SignedIn, .. InBrowser, .. Everywhere,
    ];

    private static IEnumerable<Setting> ForDesign =>
        [KnownSettings.MaxTests, .. OfGoals, KnownSettings.AgentCases, KnownSettings.AllowDestructive, KnownSettings.Seed, KnownSettings.Visual, KnownSettings.Baselines, KnownSettings.UpdateBaselines, .. Asking, .. SignedIn, .. InBrowser, .. Everywhere];

    private static IEnumerable<Setting> ForScript => [KnownSettings.Script, KnownSettings.ScriptsTo, .. Everywhere];

    private static IEnumerable<Setting> ForExecute => [KnownSettings.Workers, KnownSettings.Viewport, KnownSettings.Backend, KnownSettings.ScriptsTo, KnownSettings.Healing, KnownSettings.MaxHeals, KnownSettings.HealMemory, KnownSettings.VisionModel, KnownSettings.VisionProvider, KnownSettings.Seed, KnownSettings.History, KnownSettings.NoHistory, .. KnownSettings.OfSelection, .. Asking, .. SignedIn, .. InBrowser, .. Everywhere];

    // What the client says with each call is not for the command line; what lifts a guard is for the command line alone.
    private static IEnumerable<Setting> ForMcp =>
        KnownSettings.All.Except([KnownSettings.Out, KnownSettings.Goal, KnownSettings.Goals, KnownSettings.Json, KnownSettings.Quiet, KnownSettings.ScriptsTo, .. KnownSettings.OfSelection]);

    private static IEnumerable<Setting> ForHeals => [KnownSettings.HealMemory, KnownSettings.Out, KnownSettings.Json];

    private static IEnumerable<Setting> ForBaselines => [KnownSettings.Out, KnownSettings.Baselines, KnownSettings.Json];

    private static IEnumerable<Setting> ForVision => [KnownSettings.VisionProvider, KnownSettings.Json];

    private static IEnumerable<Setting> ForReport => [KnownSettings.BrowserPath, KnownSettings.Baselines, KnownSettings.VisionModel, KnownSettings.VisionProvider, KnownSettings.Export, KnownSettings.Gates, KnownSettings.History, KnownSettings.NoHistory, .. Asking, .. Everywhere];

    /// <summary>The flags given, checked.</summary>
    public SettingValues FlagsOf(ParseResult parsed)
    {
        var values = new SettingValues();
        foreach (var (setting, option) in _options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
            {
                values.Set(setting, _reader.FromFlag(setting, [.. result.Tokens.Select(t => t.Value)]));
            }
        }

        return values;
    }

    private static Option OptionFor(Setting setting) => setting.Kind switch
    {
        SettingKind.Switch => new Option<bool>(setting.Option) { Description = setting.Description },
        SettingKind.List => new Option<string[]>(setting.Option) { Description = setting.Description, HelpName = setting.ValueName },
        _ => new Option<string>(setting.Option) { Description = setting.Description, HelpName = setting.ValueName },
    };

    private Command Add(
        string name,
        string description,
        Func<CommandLine, ParseResult, CancellationToken, Task<int>> handler,
        bool takesUrl,
        IEnumerable<Setting> settings,
        Command? below = null)
    {
        var command = new Command(name, description);
        if (takesUrl)
        {
            command.Add(Url);
        }

        foreach (var setting in settings.Where(_options.ContainsKey))
        {
            command.Add(_options[setting]);
        }

        command.SetAction((parsed, cancellationToken) => handler(this, parsed, cancellationToken));
        (below ?? Root).Add(command);
        return command;
    }
}
