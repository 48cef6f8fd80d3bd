using System.Globalization;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes the steps of a case, and remembers which page objects they use.</summary>
internal sealed class CSharpSteps(NamedPlan names)
{
    public HashSet<NamedPage> Pages { get; } = [];

    public IEnumerable<string> Code(StepAction action) => action switch
    {
        StepAction.Navigate a => [Navigate(a.Path)],
        StepAction.Click a => [$"await {Element(a.ElementId)}.ClickAsync();"],
        StepAction.Fill a => [$"await {Element(a.ElementId)}.FillAsync({Value(a.Value)});"],
        StepAction.Choose a => [$"await {Element(a.ElementId)}.SelectOptionAsync(new SelectOptionValue {{ Label = {DoubleQuoted(a.Option)} }});"],
        StepAction.SetChecked a => [$"await {Element(a.ElementId)}.{(a.Checked ? "Check" : "Uncheck")}Async();"],
        StepAction.Press a => [$"await {Element(a.ElementId)}.PressAsync({DoubleQuoted(a.Key)});"],
        StepAction.Resize a => [string.Create(CultureInfo.InvariantCulture, $"await Page.SetViewportSizeAsync({a.Width}, {a.Height});")],
        _ => Check(action),
    };

    private IEnumerable<string> Check(StepAction action) => action switch
    {
        StepAction.ExpectUrl a when TargetPath.HasEscapes(a.Path) => [$"await Eventually.EqualAsync({DoubleQuoted(a.Path)}, () => Watch.Address);"],
        StepAction.ExpectUrl a => [$"await Expect(Page).ToHaveURLAsync({DoubleQuoted(TargetPath.Of(a.Path))});"],
        StepAction.ExpectTitle a => [$"await Expect(Page).ToHaveTitleAsync({DoubleQuoted(a.Title)});"],
        StepAction.ExpectVisible a => [$"await Expect({Element(a.ElementId)}).ToBeVisibleAsync();"],
        StepAction.ExpectText a => [$"await Expect({Element(a.ElementId)}).ToHaveTextAsync({DoubleQuoted(a.Text)}, new() {{ UseInnerText = true }});"],
        StepAction.ExpectPageText a => [$"await Expect(Page.GetByText({DoubleQuoted(a.Text)}).Filter(new() {{ Visible = true }}).First).ToBeVisibleAsync();"],
        StepAction.ExpectInvalid a => [$"await Expect({Element(a.ElementId)}).ToHaveJSPropertyAsync(\"validity.valid\", false);"],
        StepAction.ExpectValue a => [$"await Expect({Element(a.ElementId)}).ToHaveValueAsync({Value(a.Value)});"],
        StepAction.ExpectStatus a => [string.Create(CultureInfo.InvariantCulture, $"await Eventually.EqualAsync({a.Status}, () => Watch.DocumentStatus);")],
        StepAction.ExpectHeader a => [$"await Eventually.EqualAsync({DoubleQuoted(a.Value)}, () => Watch.DocumentHeader({DoubleQuoted(a.Name.ToLowerInvariant())}));"],
        StepAction.ExpectConsoleClean a => CSharpArrays.Lines("Assert.Empty(await Watch.ConsoleErrorsAsync(", KnownErrors.Of(a.Known, names.Plan.Target), "));"),
        StepAction.ExpectRequestsSucceed a => CSharpArrays.Lines("Assert.Empty(await Watch.FailedRequestsAsync(", a.Known, "));"),
        StepAction.ExpectLinksResolve a =>
        [
            "await Watch.SettledAsync();",
            .. CSharpArrays.Lines("Assert.Empty(await Links.BrokenAsync(Page.APIRequest, ", [.. a.Paths.Select(TargetPath.Of)], "));"),
        ],
        StepAction.ExpectAccessible a => Accessible(a),
        StepAction.ExpectNoMixedContent => ["Assert.Empty(Watch.InsecureRequests);"],
        StepAction.ExpectFitsViewport => ["await Eventually.FitsViewportAsync(Page);"],
        _ => throw new StageException("plan.unknown_action", $"This version cannot write '{action.GetType().Name}' as C#.", retryable: false),
    };

    private IEnumerable<string> Accessible(StepAction.ExpectAccessible check)
    {
        var tags = $"[{string.Join(", ", check.Tags.Select(DoubleQuoted))}]";
        yield return "await Watch.SettledAsync();";
        if (names.Plan.Consent is not null)
        {
            yield return "await Consent.AnsweredAsync(Page);";
        }

        foreach (var line in check.KnownRules.Count == 0
            ? [$"Assert.Empty(await Accessibility.ViolationsAsync(Page, {tags}));"]
            : CSharpArrays.Lines($"Assert.Empty(await Accessibility.ViolationsAsync(Page, {tags}, ", check.KnownRules, "));"))
        {
            yield return line;
        }
    }

    private string Element(string elementId)
    {
        var (page, element) = names.Find(elementId);
        return $"{Use(page)}.{element.Member}";
    }

    private string Navigate(string path) => names.Pages.FirstOrDefault(p => p.Page.Path == path) is { } page
        ? $"await {Use(page)}.OpenAsync();"
        : $"await Page.GotoAsync({DoubleQuoted(TargetPath.Of(path))}, new() {{ WaitUntil = WaitUntilState.DOMContentLoaded }});";

    private string Use(NamedPage page)
    {
        Pages.Add(page);
        return Words.Camel(page.ClassName);
    }

    private static string Value(string value) => EnvironmentText.Expression(value, DoubleQuoted, v => $"Settings.Required({DoubleQuoted(v)})");
}
