using System.Globalization;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes the steps of a case, and remembers what they use.</summary>
internal sealed class TypeScriptSteps(NamedPlan names)
{
    /// <summary>Fixtures the case asks for.</summary>
    public HashSet<string> Fixtures { get; } = [];

    /// <summary>Helpers the file imports: name and module below <c>support/</c>.</summary>
    public HashSet<(string Name, string Module)> Helpers { get; } = [];

    public bool UsesExpect { get; private set; }

    public IEnumerable<string> Code(StepAction action) => action.IsCheck ? Check(action) : [Act(action)];

    private string Act(StepAction action) => action switch
    {
        StepAction.Navigate a => Navigate(a.Path),
        StepAction.Click a => $"await {Element(a.ElementId)}.click();",
        StepAction.Fill a => $"await {Element(a.ElementId)}.fill({Value(a.Value)});",
        StepAction.Choose a => $"await {Element(a.ElementId)}.selectOption({{ label: {SingleQuoted(a.Option)} }});",
        StepAction.SetChecked a => $"await {Element(a.ElementId)}.{(a.Checked ? "check" : "uncheck")}();",
        StepAction.Press a => $"await {Element(a.ElementId)}.press({SingleQuoted(a.Key)});",
        StepAction.Resize a => string.Create(CultureInfo.InvariantCulture, $"await {Page}.setViewportSize({{ width: {a.Width}, height: {a.Height} }});"),
        _ => throw Unknown(action),
    };

    private IEnumerable<string> Check(StepAction action)
    {
        UsesExpect = true;
        return action switch
        {
            StepAction.ExpectUrl a => [$"await expect({Page}).toHaveURL({Address(a.Path)});"],
            StepAction.ExpectTitle a => [$"await expect({Page}).toHaveTitle({SingleQuoted(a.Title)});"],
            StepAction.ExpectVisible a => [$"await expect({Element(a.ElementId)}).toBeVisible();"],
            StepAction.ExpectText a => [$"await expect({Element(a.ElementId)}).toHaveText({SingleQuoted(a.Text)}, {{ useInnerText: true }});"],
            StepAction.ExpectPageText a => [$"await expect({Page}.getByText({SingleQuoted(a.Text)}).filter({{ visible: true }}).first()).toBeVisible();"],
            StepAction.ExpectInvalid a => [$"await expect({Element(a.ElementId)}).toHaveJSProperty('validity.valid', false);"],
            StepAction.ExpectValue a => [$"await expect({Element(a.ElementId)}).toHaveValue({Value(a.Value)});"],
            StepAction.ExpectStatus a => [string.Create(CultureInfo.InvariantCulture, $"await expect.poll(() => {Watch}.documentStatus, 'status of the document').toBe({a.Status});")],
            StepAction.ExpectHeader a => [$"await expect.poll(() => {Watch}.documentHeader({SingleQuoted(a.Name.ToLowerInvariant())}), 'header of the document').toBe({SingleQuoted(a.Value)});"],
            StepAction.ExpectConsoleClean a => Clean("consoleErrors", "new console errors", KnownErrors.Of(a.Known, names.Plan.Target)),
            StepAction.ExpectRequestsSucceed a => Clean("failedRequests", "failed requests", a.Known),
            StepAction.ExpectLinksResolve a => Links(a),
            StepAction.ExpectAccessible a => Accessible(a),
            StepAction.ExpectNoMixedContent => [$"expect({Watch}.insecureRequests, 'content without encryption').toEqual([]);"],
            StepAction.ExpectFitsViewport => Fits(),
            _ => throw Unknown(action),
        };
    }

    private string Page => Fixture("page");

    private string Watch => Fixture("watch");

    private string Fixture(string name)
    {
        Fixtures.Add(name);
        return name;
    }

    private string Helper(string name, string module)
    {
        Helpers.Add((name, module));
        return name;
    }

    private string Element(string elementId)
    {
        var (page, element) = names.Find(elementId);
        return $"{Fixture(Words.Camel(page.ClassName))}.{Words.Camel(element.Member)}";
    }

    private string Navigate(string path) => names.Pages.FirstOrDefault(p => p.Page.Path == path) is { } page
        ? $"await {Fixture(Words.Camel(page.ClassName))}.open();"
        : $"await {Page}.goto({SingleQuoted(TargetPath.Of(path))}, {{ waitUntil: 'domcontentloaded' }});";

    // Browsers and plans do not escape the same characters.
    private string Address(string path) => TargetPath.HasEscapes(path)
        ? $"{Helper("addressIs", "address")}({SingleQuoted(path)})"
        : SingleQuoted(TargetPath.Of(path));

    private string Value(string value) => EnvironmentText.Expression(value, SingleQuoted, v => $"{Helper("environment", "environment")}({SingleQuoted(v)})");

    private IEnumerable<string> Clean(string watched, string message, IReadOnlyList<string> known) => known.Count == 0
        ? [$"expect(await {Watch}.{watched}(), '{message}').toEqual([]);"]
        : TypeScriptArrays.Lines($"expect(await {Watch}.{watched}({{ known: ", known, $" }}), '{message}').toEqual([]);");

    private IEnumerable<string> Links(StepAction.ExpectLinksResolve check) =>
    [
        $"await {Watch}.settled();",
        .. TypeScriptArrays.Lines($"expect(await {Helper("brokenLinks", "links")}({Page}.request, ", [.. check.Paths.Select(TargetPath.Of)], "), 'broken links').toEqual([]);"),
    ];

    private IEnumerable<string> Accessible(StepAction.ExpectAccessible check)
    {
        var violations = Helper("accessibilityViolations", "accessibility");
        yield return $"await {Watch}.settled();";
        if (names.Plan.Consent is not null)
        {
            yield return $"await {Helper("consentAnswered", "consent")}({Page});";
        }

        yield return $"const violations = await {violations}({Page}, {{";
        foreach (var line in TypeScriptArrays.Lines("tags: ", check.Tags, ",").Concat(
            check.KnownRules.Count == 0 ? [] : TypeScriptArrays.Lines("knownRules: ", check.KnownRules, ",")))
        {
            yield return "  " + line;
        }

        yield return "});";
        yield return "expect(violations, 'accessibility violations').toEqual([]);";
    }

    private IEnumerable<string> Fits() =>
    [
        $"const overflow = () => {Page}.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);",
        "await expect.poll(overflow, 'pixels wider than the viewport').toBeLessThanOrEqual(1);",
    ];

    private static StageException Unknown(StepAction action) =>
        new("plan.unknown_action", $"This version cannot write '{action.GetType().Name}' as TypeScript.", retryable: false);
}
