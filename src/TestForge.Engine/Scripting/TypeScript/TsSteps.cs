using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>One statement a step.</summary>
internal sealed class TsSteps(PlanNames names)
{
    public string Write(StepAction action) => action switch
    {
        StepAction.Navigate a => $"await page.goto({Ts.Text(a.Path)}, {{ waitUntil: 'domcontentloaded' }});",
        StepAction.Click a => $"await {Element(a.ElementId)}.click();",
        StepAction.Fill a => $"await {Element(a.ElementId)}.fill({Value(a.Value)});",
        StepAction.Choose a => $"await {Element(a.ElementId)}.selectOption({{ label: {Ts.Text(a.Option)} }});",
        StepAction.SetChecked a => $"await {Element(a.ElementId)}.setChecked({(a.Checked ? "true" : "false")});",
        StepAction.Press a => $"await {Element(a.ElementId)}.press({Ts.Text(a.Key)});",
        StepAction.Resize a => $"await page.setViewportSize({{ width: {a.Width}, height: {a.Height} }});",
        StepAction.ExpectUrl a => $"await checks.expectPath(page, {Ts.Text(a.Path)});",
        StepAction.ExpectTitle a => $"await expect(page).toHaveTitle({Ts.Text(a.Title)});",
        StepAction.ExpectVisible a => $"await expect({Element(a.ElementId)}).toBeVisible();",
        StepAction.ExpectText a => $"await expect({Element(a.ElementId)}).toHaveText({Ts.Text(a.Text)}, {{ useInnerText: true }});",
        StepAction.ExpectPageText a => $"await checks.expectText(page, {Ts.Text(a.Text)});",
        StepAction.ExpectInvalid a => $"await checks.expectInvalid({Element(a.ElementId)});",
        StepAction.ExpectValue a => $"await expect({Element(a.ElementId)}).toHaveValue({Value(a.Value)});",
        StepAction.ExpectStatus a => $"await watch.expectStatus({a.Status});",
        StepAction.ExpectHeader a => $"await watch.expectHeader({Ts.Text(a.Name)}, {Ts.Text(a.Value)});",
        StepAction.ExpectLinksResolve a => $"await checks.expectLinksResolve(page, {Ts.List(a.Paths)});",
        StepAction.ExpectConsoleClean a => $"await watch.expectConsoleClean({Ts.List(a.Known)});",
        StepAction.ExpectRequestsSucceed a => $"await watch.expectRequestsSucceed({Ts.List(a.Known)});",
        StepAction.ExpectNoMixedContent => "await watch.expectNoMixedContent();",
        StepAction.ExpectAccessible a => $"await expectAccessible(page, {Ts.List(a.Tags)}, {Ts.List(a.KnownRules)});",
        StepAction.ExpectFitsViewport => "await checks.expectFitsViewport(page);",
        _ => throw new StageException("script.unknown_action", $"TypeScript cannot say '{action.GetType().Name}' yet.", retryable: false),
    };

    /// <summary>The fixtures a statement needs.</summary>
    public IEnumerable<string> Fixtures(StepAction action) => action switch
    {
        { Element: { } id } => [names.Element(id).Page.Variable],
        StepAction.ExpectStatus or StepAction.ExpectHeader or StepAction.ExpectConsoleClean or StepAction.ExpectRequestsSucceed or StepAction.ExpectNoMixedContent => ["watch"],
        _ => ["page"],
    };

    private string Element(string id) => $"{names.Element(id).Page.Variable}.{names.Element(id).Camel}";

    private static string Value(string value) => EnvironmentParts.Split(value) is [(true, var only)]
        ? $"secret({Ts.Text(only)})"
        : EnvironmentParts.Split(value) is { Count: > 1 } parts
            ? string.Join(" + ", parts.Select(p => p.IsVariable ? $"secret({Ts.Text(p.Text)})" : Ts.Text(p.Text)))
            : Ts.Text(value);
}
