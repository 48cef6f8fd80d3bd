using TestForge.Cli.Settings;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class RunSettingsTests
{
    [Fact]
    public void Takes_the_pipelines_defaults_where_nothing_is_given()
    {
        var settings = new RunSettings(new());
        var input = settings.InputFor(new("https://shop.example"), new(), DateTimeOffset.UnixEpoch);

        input.Limits.ShouldBe(new CrawlLimits());
        input.Scope.ShouldBe(new ScopeRules());
        input.Languages.ShouldBe([ScriptLanguage.TypeScript]);
        (input.MaxTests, input.Seed, input.Healing.Policy, input.Backend, settings.Workers).ShouldBe((100, 1, HealingPolicy.HealAndReport, "in-process", 0));
    }

    [Fact]
    public void Pictures_are_compared_when_one_of_three_settings_asks_for_it()
    {
        BaselinesWith(_ => { }).ShouldBeNull();
        BaselinesWith(v => v.Set(KnownSettings.Visual, true)).ShouldBe(new("/usual", false));
        BaselinesWith(v => v.Set(KnownSettings.Baselines, "/kept")).ShouldBe(new("/kept", false));
        BaselinesWith(v => v.Set(KnownSettings.UpdateBaselines, true)).ShouldBe(new("/usual", true));

        static BaselineSource? BaselinesWith(Action<SettingValues> set)
        {
            var values = new SettingValues();
            set(values);
            return new RunSettings(values).BaselinesIn("/usual");
        }
    }

    [Fact]
    public void Passes_on_what_is_given()
    {
        var values = new SettingValues();
        values.Set(KnownSettings.MaxPages, 3);
        values.Set(KnownSettings.MaxDepth, 0);
        values.Set(KnownSettings.AllowDestructive, true);
        values.Set(KnownSettings.MaxStates, 7);
        values.Set(KnownSettings.MaxMinutes, 8);
        values.Set(KnownSettings.MaxMegabytes, 9);
        values.Set(KnownSettings.Rate, 0.5);
        values.Set(KnownSettings.IgnoreRobots, true);
        values.Set(KnownSettings.Healing, "heal-and-patch");
        values.Set(KnownSettings.MaxHeals, 4);
        values.Set(KnownSettings.HealingOfElements, new Dictionary<string, string> { ["Pay*"] = "suggest" });
        values.Set(KnownSettings.Script, "both");
        values.Set(KnownSettings.Scope, "/shop");
        values.Set(KnownSettings.AllowPrivate, true);
        values.Set(KnownSettings.Workers, 6);
        values.Set(KnownSettings.Viewport, "1440x900");
        var settings = new RunSettings(values);
        var browser = new BrowserOptions();
        settings.Apply(browser);
        var execution = new ExecutionOptions();
        settings.Apply(execution);

        settings.Limits.ShouldBe(new CrawlLimits(
            MaxPages: 3, MaxDepth: 0, AllowDestructive: true, MaxStates: 7, MaxMinutes: 8, MaxMegabytes: 9, PagesPerSecond: 0.5, RespectRobots: false));
        (settings.Healing.Policy, settings.Healing.MaxHeals, settings.Healing.Elements["Pay*"]).ShouldBe((HealingPolicy.HealAndPatch, 4, HealingPolicy.Suggest));
        settings.Languages.ShouldBe([ScriptLanguage.TypeScript, ScriptLanguage.CSharp]);
        settings.Scope.PathPrefix.ShouldBe("/shop");
        browser.AllowPrivate.ShouldBeTrue();
        (execution.Workers, execution.ViewportWidth, execution.ViewportHeight).ShouldBe((6, 1440, 900));
    }

    [Fact]
    public void Refuses_a_scope_that_is_no_path() => CodeOf((KnownSettings.Scope, "shop.example")).ShouldBe("config.invalid_value");

    [Fact]
    public void Refuses_the_playwright_backend_without_typescript() =>
        CodeOf((KnownSettings.Backend, "playwright"), (KnownSettings.Script, "csharp")).ShouldBe("config.conflict");

    [Fact]
    public void Flags_win_over_what_is_below()
    {
        var (flags, file) = (new SettingValues(), new SettingValues());
        flags.Set(KnownSettings.Seed, 2);
        file.Set(KnownSettings.Seed, 1);
        file.Set(KnownSettings.MaxPages, 5);
        var merged = flags.Over(file);

        merged.Number(KnownSettings.Seed).ShouldBe(2);
        merged.Number(KnownSettings.MaxPages).ShouldBe(5);
    }

    private static string CodeOf(params (Setting Setting, string Value)[] given)
    {
        var values = new SettingValues();
        foreach (var (setting, value) in given)
        {
            values.Set(setting, value);
        }

        return Should.Throw<StageException>(() => new RunSettings(values)).Code;
    }
}
