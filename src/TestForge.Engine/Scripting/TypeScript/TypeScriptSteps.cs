using System.Globalization;
using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Engine.Steps;
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

    /// <summary>A method of a page object in the place of several steps.</summary>
    public IEnumerable<string> Code(MethodCall call)
    {
        if (TypeScriptMethods.UsesValues(call.Method) || call.Steps.Any(s => s.Action is StepAction.Fill { Value: var value } && CaseValues.HasReference(value)))
        {
            Fixture(TypeScriptValues.Fixture);
        }

        return TypeScriptMethods.Call(call, Fixture(Words.Camel(call.Method.Page.ClassName)), Variable);
    }

    private string Act(StepAction action) => action switch
    {
        StepAction.Navigate a => Navigate(a.Path),
        StepAction.Click a => $"await {Element(a.ElementId)}.click();",
        StepAction.DoubleClick a => $"await {Element(a.ElementId)}.dblclick();",
        StepAction.Fill a => $"await {Element(a.ElementId)}.fill({Value(a.Value)});",
        StepAction.FillDate a => $"await {Helper("fillDate", "dates")}({Element(a.ElementId)}, '{(a.Bound == DateBound.Earliest ? "min" : "max")}', {Number(a.Days)});",
        StepAction.ChooseAt a => $"await {Element(a.ElementId)}.selectOption({{ index: {Number(a.Index)} }});",
        StepAction.PressKey a => $"await {Page}.keyboard.press({SingleQuoted(a.Key)});",
        StepAction.Reload => $"await {Page}.reload({{ waitUntil: 'domcontentloaded' }});",
        StepAction.Back => $"await {Page}.goBack({{ waitUntil: 'domcontentloaded' }});",
        StepAction.Note a => $"{Fixture(TypeScriptValues.Fixture)}.note({SingleQuoted(a.Name)}, await {Helper(a.DigitsOnly ? "digitsOf" : "textOf", "lists")}({Element(a.ElementId)}));",
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
            StepAction.ExpectUrlLike a => [$"await expect({Page}).toHaveURL({Helper("addressLike", "address")}({SingleQuoted(a.Template)}));"],
            StepAction.ExpectTitle a => [$"await expect({Page}).toHaveTitle({Text(a.Title)});"],
            StepAction.ExpectHidden a => [$"await expect({Element(a.ElementId)}.filter({{ visible: true }})).toHaveCount(0);"],
            StepAction.ExpectContains a => [$"await expect.poll(() => {Helper("lowerTextOf", "lists")}({Element(a.ElementId)}), 'text of the element').toContain({Lower(a.Text)});"],
            StepAction.ExpectChanged a => [$"await expect.poll(() => {Helper("textOf", "lists")}({Element(a.ElementId)}), 'text of the element').not.toBe({Noted(a.Name)});"],
            StepAction.ExpectNoPageText a => [$"await expect({Helper("visibleText", "texts")}({Page}, {Text(a.Text)})).toHaveCount(0);"],
            StepAction.ExpectEach a => [$"await expect.poll(() => {Helper("entriesWithout", "lists")}({Element(a.ElementId)}, {Text(a.Text)}), 'entries without the text').toEqual([]);"],
            StepAction.ExpectSorted a => [$"await expect.poll(() => {Helper("unsorted", "lists")}({Element(a.ElementId)}, {{ descending: {(a.Descending ? "true" : "false")} }}), 'entries out of order').toEqual([]);"],
            StepAction.ExpectSum a => [$"await expect.poll(() => {Helper("offFromSum", "lists")}({Element(a.ElementId)}, {Element(a.PartsElementId)}), 'difference from the sum').toBe(0);"],
            StepAction.ExpectVisible a => [$"await expect({Element(a.ElementId)}).toBeVisible();"],
            StepAction.ExpectText a => [$"await expect({Element(a.ElementId)}).toHaveText({Text(a.Text)}, {{ useInnerText: true }});"],
            StepAction.ExpectPageText a => [$"await expect({Helper("visibleText", "texts")}({Page}, {Text(a.Text)}).first()).toBeVisible();"],
            StepAction.ExpectInvalid a => [$"await expect({Element(a.ElementId)}).toHaveJSProperty('validity.valid', false);"],
            StepAction.ExpectValue a => [$"await expect({Element(a.ElementId)}).toHaveValue({Value(a.Value)});"],
            StepAction.ExpectStatus a => [string.Create(CultureInfo.InvariantCulture, $"await expect.poll(() => {Watch}.documentStatus, 'status of the document').toBe({a.Status});")],
            StepAction.ExpectHeader a => [$"await expect.poll(() => {Watch}.documentHeader({SingleQuoted(a.Name.ToLowerInvariant())}), 'header of the document').toBe({SingleQuoted(a.Value)});"],
            StepAction.ExpectConsoleClean a => Clean("consoleErrors", "new console errors", KnownErrors.Of(a.Known, names.Plan.Target)),
            StepAction.ExpectRequestsSucceed a => Clean("failedRequests", "failed requests", a.Known),
            StepAction.ExpectLinksResolve a => Links(a),
            StepAction.ExpectAnswer a => Answer(a),
            StepAction.ExpectAccessible a => Accessible(a),
            StepAction.ExpectNoMixedContent => [$"expect({Watch}.insecureRequests, 'content without encryption').toEqual([]);"],
            StepAction.ExpectFitsViewport => [$"await expect.poll(() => {Helper("overflow", "layout")}({Page}), 'pixels wider than the window').toBeLessThanOrEqual(1);"],
            StepAction.ExpectWebVitals a => Vitals(a),
            StepAction.ExpectPicture a => LooksAlike(a),
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
        if (element.Element.Locator.IsBound)
        {
            // What the test itself has made is found by a word that only the test knows, so no page object can hold it.
            Fixture(TypeScriptValues.Fixture);
            return TypeScriptLocators.Expression(Page, element.Element.Locator);
        }

        return $"{Fixture(Words.Camel(page.ClassName))}.{Words.Camel(element.Member)}";
    }

    private string Navigate(string path) => names.Pages.FirstOrDefault(p => p.Page.Path == path) is { } page
        ? $"await {Fixture(Words.Camel(page.ClassName))}.open();"
        : $"await {Page}.goto({SingleQuoted(TargetPath.Of(path))}, {{ waitUntil: 'domcontentloaded' }});";

    // Browsers and plans do not escape the same characters.
    private string Address(string path) => TargetPath.HasEscapes(path)
        ? $"{Helper("addressIs", "address")}({SingleQuoted(path)})"
        : SingleQuoted(TargetPath.Of(path));

    private string Value(string value)
    {
        Text(value);
        return TypeScriptValues.Value(value, Variable);
    }

    private string Variable(string name) => $"{Helper("environment", "environment")}({SingleQuoted(name)})";

    private string Text(string text)
    {
        if (CaseValues.HasReference(text))
        {
            Fixture(TypeScriptValues.Fixture);
        }

        return TypeScriptValues.Text(text);
    }

    private string Lower(string text) => CaseValues.HasReference(text) ? $"({Text(text)}).toLowerCase()" : SingleQuoted(text.ToLowerInvariant());

    private string Noted(string name)
    {
        Fixture(TypeScriptValues.Fixture);
        return TypeScriptValues.Noted(name);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

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

    private IEnumerable<string> Answer(StepAction.ExpectAnswer check)
    {
        var call = string.Create(CultureInfo.InvariantCulture, $"await expect.poll(() => {Helper("answerOff", "calls")}({Watch}, {SingleQuoted(check.Method)}, {SingleQuoted(check.Path)}, {check.Status}");
        const string End = "), 'what is off in the answer').toEqual([]);";
        return check.Shape.Count == 0 ? [call + End] : TypeScriptArrays.Lines(call + ", ", check.Shape, End);
    }

    private IEnumerable<string> Vitals(StepAction.ExpectWebVitals check) =>
    [
        $"await {Watch}.settled();",
        string.Create(CultureInfo.InvariantCulture, $"expect(await {Helper("vitalsOver", "vitals")}({Page}, {{ timeToFirstByte: {check.TimeToFirstByte}, largestContentfulPaint: {check.LargestContentfulPaint}, cumulativeLayoutShift: {check.CumulativeLayoutShift} }}), 'web vitals over their limit').toEqual([]);"),
    ];

    private IEnumerable<string> LooksAlike(StepAction.ExpectPicture check)
    {
        var element = Element(check.ElementId);
        var compared = $"await expect({element}).toHaveScreenshot({SingleQuoted(check.Baseline + ".png")}, {{ mask: {Helper("varying", "pictures")}({element}";
        return check.Masks.Count == 0 ? [compared + ") });"] : TypeScriptArrays.Lines(compared + ", ", check.Masks, ") });");
    }

    private static StageException Unknown(StepAction action) =>
        new("plan.unknown_action", $"This version cannot write '{action.GetType().Name}' as TypeScript.", retryable: false);
}
