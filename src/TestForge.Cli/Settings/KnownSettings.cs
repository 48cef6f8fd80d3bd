using TestForge.Engine.Claude;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Every setting there is. Flags, <c>testforge.json</c> and the help text are all made from this list.</summary>
internal static class KnownSettings
{
    public static readonly Setting Url = new("url", SettingKind.Text, "Address of the application under test.");

    public static readonly Setting Out = new("out", SettingKind.Path, "Folder for everything the run leaves. Default: testforge-out/<host>-<time>.")
    {
        ValueName = "DIR",
    };

    public static readonly Setting MaxPages = new("maxPages", SettingKind.WholeNumber, "Most distinct pages kept. Default: 50.")
    {
        Minimum = 1, Maximum = 100_000, ValueName = "N",
    };

    public static readonly Setting MaxDepth = new("maxDepth", SettingKind.WholeNumber, "Most clicks from the start page. Default: 6.")
    {
        Minimum = 0, Maximum = 1_000, ValueName = "N",
    };

    public static readonly Setting MaxStates = new("maxStates", SettingKind.WholeNumber, "Most states kept beside the pages as loaded, such as open menus and steps of a wizard. Default: 200.")
    {
        Minimum = 0, Maximum = 100_000, ValueName = "N",
    };

    public static readonly Setting MaxMinutes = new("maxMinutes", SettingKind.WholeNumber, "Longest time for exploring, in minutes; what is left then is listed as skipped. Default: 0, no limit.")
    {
        Minimum = 0, Maximum = 10_000, ValueName = "N",
    };

    public static readonly Setting MaxMegabytes = new("maxMegabytes", SettingKind.WholeNumber, "Most bytes received while exploring, in MiB. Default: 0, no limit.")
    {
        Minimum = 0, Maximum = 1_000_000, ValueName = "N",
    };

    public static readonly Setting Rate = new("rate", SettingKind.Number, "Most pages opened a second, such as 2 or 0.5. Default: 0, no limit.")
    {
        Minimum = 0, Maximum = 1_000, ValueName = "N",
    };

    public static readonly Setting MaxTests = new("maxTests", SettingKind.WholeNumber, "Most test cases kept, the most valuable first. Default: 100.")
    {
        Minimum = 1, Maximum = 100_000, ValueName = "N",
    };

    public static readonly Setting Goal = new("goal", SettingKind.List, "What should be possible, in your words: a test is made of it by exploring with the language model, and runs without. May be repeated.")
    {
        ValueName = "TEXT",
    };

    public static readonly Setting Goals = new("goals", SettingKind.List, "A file of goals: Markdown with one in each list item, or Gherkin (.feature). May be repeated; docs/guides/goals.md shows the format.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting GoalSteps = new("goalSteps", SettingKind.WholeNumber, "Most steps tried for one goal. Default: 25.")
    {
        Minimum = 1, Maximum = 500, ValueName = "N",
    };

    public static readonly Setting GoalMinutes = new("goalMinutes", SettingKind.WholeNumber, "Longest time for one goal, in minutes. Default: 5.")
    {
        Minimum = 1, Maximum = 240, ValueName = "N",
    };

    public static readonly Setting AgentCases = new("agents.maxCases", SettingKind.WholeNumber, "Most test cases that the language model is asked to design beside those of rules, when there is a key; 0 for none. Default: 24.")
    {
        Option = "--agent-cases", Minimum = 0, Maximum = 1_000, ValueName = "N",
    };

    public static readonly Setting AgentPages = new("agents.maxPages", SettingKind.WholeNumber, "Most pages that the language model is asked about while tests are designed. Default: 20.") { FileOnly = true, Minimum = 1, Maximum = 2_000 };

    public static readonly Setting AgentFlows = new("agents.maxFlows", SettingKind.WholeNumber, "Most flows that the language model designs tests for. Default: 6.") { FileOnly = true, Minimum = 1, Maximum = 12 };

    public static readonly Setting Workers = new("workers", SettingKind.WholeNumber, "Cases run at the same time. Default: chosen from the processors.")
    {
        Minimum = 1, Maximum = 64, ValueName = "N",
    };

    public static readonly Setting Viewport = new("viewport", SettingKind.Size, "Size of the window that cases run in, such as 1440x900. Default: 1280x720.")
    {
        Minimum = 200, Maximum = 10_000, ValueName = "WIDTHxHEIGHT",
    };

    public static readonly Setting Scope = new("scope", SettingKind.Text, "Only paths below this prefix belong to the application. Default: /.")
    {
        ValueName = "PREFIX",
    };

    public static readonly Setting Include = new("include", SettingKind.List, "Only paths that match this glob (* within a segment, ** across). May be repeated.")
    {
        ValueName = "GLOB",
    };

    public static readonly Setting Exclude = new("exclude", SettingKind.List, "No paths that match this glob. May be repeated.")
    {
        ValueName = "GLOB",
    };

    public static readonly Setting StorageState = new("storageState", SettingKind.Path, "A Playwright storage state file to start signed in with.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting Login = new("login", SettingKind.Path, "A file that says how to sign in; secrets come from the environment.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting Roles = new("roles", SettingKind.Path, "A file that names several roles and how each signs in, to compare what each sees.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting Script = new("script", SettingKind.Choice, "What is generated: typescript, csharp or both, or Gherkin that runs by playwright-bdd or Reqnroll. Default: typescript.")
    {
        Choices = ["typescript", "csharp", "both", "gherkin-typescript", "gherkin-csharp"], ValueName = "LANGUAGE",
    };

    public static readonly Setting ScriptsTo = new("scriptsTo", SettingKind.Path, "Folder of the generated project, which keeps your edits in it. Default: scripts/ in the run's folder.")
    {
        ValueName = "DIR",
    };

    public static readonly Setting BrowserPath = new("browserPath", SettingKind.Path, "The Chromium to use. Default: TESTFORGE_BROWSER, or the first one found.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting Headed = new("headed", SettingKind.Switch, "Show the browser's window.");

    public static readonly Setting AllowPrivate = new("allowPrivate", SettingKind.Switch, "Let pages reach private addresses other than the target's own.");

    public static readonly Setting AllowDestructive = new("allowDestructive", SettingKind.Switch, "Use controls that delete, pay and the like. What ends the session stays untouched where a login is given.");

    public static readonly Setting IgnoreRobots = new("ignoreRobots", SettingKind.Switch, "Visit what robots.txt disallows, and as fast as possible.");

    public static readonly Setting Backend = new("backend", SettingKind.Choice, "How cases are run: in-process, or playwright for the generated TypeScript with its own runner.")
    {
        Choices = [ExecutionBackends.InProcess, ExecutionBackends.Playwright], ValueName = "NAME",
    };

    public static readonly Setting Healing = new("healing.policy", SettingKind.Choice, "What is done about locators that broke: nothing, a suggestion, a heal that is reported, or one that is written into the scripts too. Default: heal-and-report.")
    {
        Option = "--healing", Choices = ["off", "suggest", "heal-and-report", "heal-and-patch"], ValueName = "POLICY",
    };

    public static readonly Setting MaxHeals = new("healing.maxHeals", SettingKind.WholeNumber, "Most elements that may be healed; with more the run fails, because the application was redesigned. Default: a fifth of the elements used, at least 5.")
    {
        Option = "--max-heals", Minimum = 0, Maximum = 100_000, ValueName = "N",
    };

    public static readonly Setting HealingOfCases = new("healing.cases", SettingKind.Map, "Other policies for some cases, by id or title.") { Choices = Healing.Choices };

    public static readonly Setting HealingOfElements = new("healing.elements", SettingKind.Map, "Other policies for some elements, by id, name or locator.") { Choices = Healing.Choices };

    public static readonly Setting HealMemory = new("healing.memory", SettingKind.Path, "The file that remembers heals and what people said of them. Default: testforge-out/history/<host>.heals.json.")
    {
        Option = "--heal-memory", ValueName = "FILE",
    };

    public static readonly Setting Seed = new("seed", SettingKind.WholeNumber, "Feeds every made-up value; the same seed makes the same plan. Default: 1.")
    {
        Minimum = 0, ValueName = "N",
    };

    public static readonly Setting Shard = new("shard", SettingKind.Share, "Run only this part of the cases, such as 1/3; bring the parts together with report --merge.")
    {
        Maximum = 1_000, ValueName = "I/N",
    };

    public static readonly Setting Grep = new("grep", SettingKind.Pattern, "Run only cases whose title matches this regular expression.")
    {
        ValueName = "REGEX",
    };

    public static readonly Setting LastFailed = new("lastFailed", SettingKind.Switch, "Run only cases that failed when they last ran in the folder.");

    public static readonly Setting OnlyChanged = new("onlyChanged", SettingKind.Switch, "Leave out cases that passed in the folder and whose steps and pages have not changed since, as exploring again has shown.");

    public static readonly Setting Shuffle = new("shuffle", SettingKind.Switch, "Run the cases in another order each time, or in that of --seed.");

    public static readonly Setting FailFast = new("failFast", SettingKind.Switch, "Begin no more cases once one has failed.");

    public static readonly Setting MaxFailures = new("maxFailures", SettingKind.WholeNumber, "Begin no more cases once so many have failed. Default: no limit.")
    {
        Minimum = 1, Maximum = 100_000, ValueName = "N",
    };

    public static readonly Setting Quarantine = new("quarantine", SettingKind.Path, "A file that names cases whose failures do not count for now. Default: quarantine.json, if there is one.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting Export = new("export", SettingKind.List, "More formats of the report: allure. Those that are always written may be named too: ctrf, html, json, junit, markdown, pdf, sarif.")
    {
        Choices = ReportFormats.All, ValueName = "FORMAT",
    };

    public static readonly Setting Gates = new("gates", SettingKind.List, "A rule that the run must meet, such as pass-rate>=95 or new-failures==0. May be repeated.")
    {
        Option = "--gate", ValueName = "RULE",
    };

    public static readonly Setting History = new("history", SettingKind.Path, "The file that remembers earlier runs. Default: testforge-out/history/<host>.jsonl.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting NoHistory = new("noHistory", SettingKind.Switch, "Neither read nor write the file that remembers earlier runs.");

    public static readonly Setting Visual = new("visual", SettingKind.Switch, "Also make tests that compare how pages look with baselines.");

    public static readonly Setting Baselines = new("baselines", SettingKind.Path, "Folder of the baselines; implies --visual. Default: testforge-out/baselines/<host>.")
    {
        ValueName = "DIR",
    };

    public static readonly Setting UpdateBaselines = new("updateBaselines", SettingKind.Switch, "Take the baselines anew, because the application is right as it looks now; implies --visual.");

    public static readonly Setting VisionModel = new("visionModel", SettingKind.Path, "ONNX file of a V-JEPA model that looks at pictures of elements. Default: histograms, which are no neural model.")
    {
        ValueName = "FILE",
    };

    public static readonly Setting VisionProvider = new("visionProvider", SettingKind.Choice, "What computes the model: cpu, or cuda where ONNX Runtime has it. Default: cpu.")
    {
        Choices = [VisionOptions.Cpu, VisionOptions.Cuda], ValueName = "NAME",
    };

    public static readonly Setting NoClaude = new("claude.off", SettingKind.Switch, "Let rules alone decide, though there is a key in ANTHROPIC_API_KEY.") { Option = "--no-claude" };

    public static readonly Setting ClaudeModel = new("claude.model", SettingKind.Text, $"The language model that is asked where judgement is needed, when there is a key. Default: {ClaudeOptions.DefaultModel}.")
    {
        Option = "--claude-model", ValueName = "MODEL",
    };

    public static readonly Setting MaxUsd = new("claude.usdPerRun", SettingKind.Number, "Most that calls to the language model may cost in this run, in USD; what would cost more is left to rules. Default: 5.")
    {
        Option = "--max-usd", Minimum = 0, Maximum = 1_000_000, ValueName = "USD",
    };

    public static readonly Setting UsdPerCall = Usd("Call", "Most that one call may cost, in USD. Default: 1.");

    public static readonly Setting UsdPerProject = Usd("Project", "Most that calls for one application may cost in a month, in USD. Default: no limit.");

    public static readonly Setting UsdPerMonth = Usd("Month", "Most that all calls may cost in a month, in USD. Default: 50.");

    public static readonly Setting TokensPerCall = Tokens("Call", "Most tokens of one call, in and out. Default: no limit.");

    public static readonly Setting TokensPerRun = Tokens("Run", "Most tokens of a run. Default: no limit.");

    public static readonly Setting TokensPerProject = Tokens("Project", "Most tokens for one application in a month. Default: no limit.");

    public static readonly Setting TokensPerMonth = Tokens("Month", "Most tokens of all calls in a month. Default: no limit.");

    public static readonly Setting ClaudeCacheDays = new("claude.cacheDays", SettingKind.WholeNumber, "Longest age of a kept answer, in days; 0 keeps none. Default: 30.") { FileOnly = true, Maximum = 3650 };

    public static readonly Setting ClaudeCacheMegabytes = new("claude.cacheMegabytes", SettingKind.WholeNumber, "Most MiB of kept answers. Default: 200.") { FileOnly = true, Minimum = 1, Maximum = 100_000 };

    public static readonly Setting ClaudePrices = new("claude.pricesFile", SettingKind.Path, "A file of prices, for models that those that come along lack.") { FileOnly = true };

    public static readonly Setting BatchPages = new("claude.batchPages", SettingKind.WholeNumber, "From how many pages on the language model is asked in batches while tests are designed: at half the price, and later. Default: never.") { FileOnly = true, Minimum = 2, Maximum = 100_000 };

    public static readonly Setting MinimalRetention = new("claude.minimalRetention", SettingKind.Switch, "Leave as little as can be with the provider: no prompt cache and no batches.") { FileOnly = true };

    public static readonly Setting InferenceGeo = new("claude.inferenceGeo", SettingKind.Text, "Where the provider may compute, such as us. Default: anywhere.") { FileOnly = true };

    public static readonly Setting AuditContent = new("claude.auditContent", SettingKind.Switch, "Keep what was sent and answered, masked, in the audit lines, and not only hashes.") { FileOnly = true };

    public static readonly Setting ClaudeMask = new("claude.mask", SettingKind.List, "Regular expressions of what is masked before anything is sent, beside what always is.") { FileOnly = true };

    public static readonly Setting Json = new("json", SettingKind.Switch, "Print progress as JSON, one event a line.");

    public static readonly Setting Quiet = new("quiet", SettingKind.Switch, "Print only the final result and errors.");

    /// <summary>Those of the language model.</summary>
    public static readonly IReadOnlyList<Setting> OfClaude =
    [
        NoClaude, ClaudeModel, MaxUsd, UsdPerCall, UsdPerProject, UsdPerMonth, TokensPerCall, TokensPerRun, TokensPerProject, TokensPerMonth,
        ClaudeCacheDays, ClaudeCacheMegabytes, ClaudePrices, BatchPages, MinimalRetention, InferenceGeo, AuditContent, ClaudeMask,
    ];

    public static readonly IReadOnlyList<Setting> All =
    [
        Url, Out, MaxPages, MaxDepth, MaxStates, MaxMinutes, MaxMegabytes, Rate, MaxTests, Goal, Goals, GoalSteps, GoalMinutes, AgentCases, AgentPages, AgentFlows, Workers, Viewport, Scope, Include, Exclude,
        StorageState, Login, Roles, Script, ScriptsTo,
        BrowserPath, Headed, AllowPrivate, AllowDestructive, IgnoreRobots, Backend, Healing, MaxHeals, HealingOfCases, HealingOfElements, HealMemory, Seed, Visual, Baselines, UpdateBaselines, VisionModel, VisionProvider,
        .. OfClaude,
        Shard, Grep, LastFailed, OnlyChanged, Shuffle, FailFast, MaxFailures, Quarantine, Export, Gates, History, NoHistory, Json, Quiet,
    ];

    /// <summary>Those that choose cases, which are for one start and said again for another.</summary>
    public static readonly IReadOnlyList<Setting> OfSelection = [Shard, Grep, LastFailed, OnlyChanged, Shuffle, FailFast, MaxFailures, Quarantine];

    /// <summary>Those that may differ when a run is resumed, because no finished stage's result depends on them.</summary>
    public static readonly IReadOnlyList<Setting> MayChangeOnResume = [Workers, BrowserPath, VisionModel, VisionProvider, Headed, AllowPrivate, History, NoHistory, HealMemory, NoClaude, MaxUsd, Json, Quiet];

    /// <summary>Those about one start of the program, which are not remembered with the run.</summary>
    public static readonly IReadOnlyList<Setting> OfOneStart = [Url, Out, Json, Quiet, .. OfSelection];

    private static Setting Usd(string whose, string description) => new($"claude.usdPer{whose}", SettingKind.Number, description) { FileOnly = true, Maximum = 1_000_000 };

    private static Setting Tokens(string whose, string description) => new($"claude.tokensPer{whose}", SettingKind.WholeNumber, description) { FileOnly = true };
}
