using System.Globalization;
using TestForge.Engine.Scripting.Methods;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Engine.Steps;
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
        StepAction.DoubleClick a => [$"await {Element(a.ElementId)}.DblClickAsync();"],
        StepAction.Fill a => [$"await {Element(a.ElementId)}.FillAsync({Value(a.Value)});"],
        StepAction.FillDate a => [$"await Dates.FillAsync({Element(a.ElementId)}, \"{(a.Bound == DateBound.Earliest ? "min" : "max")}\", {Number(a.Days)});"],
        StepAction.ChooseAt a => [$"await {Element(a.ElementId)}.SelectOptionAsync(new SelectOptionValue {{ Index = {Number(a.Index)} }});"],
        StepAction.PressKey a => [$"await Page.Keyboard.PressAsync({DoubleQuoted(a.Key)});"],
        StepAction.Reload => ["await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });"],
        StepAction.Back => ["await Page.GoBackAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });"],
        StepAction.Note a => [$"Values.Note({DoubleQuoted(a.Name)}, await Lists.{(a.DigitsOnly ? "Digits" : "Text")}Async({Element(a.ElementId)}));"],
        StepAction.Choose a => [$"await {Element(a.ElementId)}.SelectOptionAsync(new SelectOptionValue {{ Label = {DoubleQuoted(a.Option)} }});"],
        StepAction.SetChecked a => [$"await {Element(a.ElementId)}.{(a.Checked ? "Check" : "Uncheck")}Async();"],
        StepAction.Press a => [$"await {Element(a.ElementId)}.PressAsync({DoubleQuoted(a.Key)});"],
        StepAction.Resize a => [string.Create(CultureInfo.InvariantCulture, $"await Page.SetViewportSizeAsync({a.Width}, {a.Height});")],
        _ => Check(action),
    };

    /// <summary>A method of a page object in the place of several steps.</summary>
    public IEnumerable<string> Code(MethodCall call) => CSharpMethods.Call(call, Use(call.Method.Page));

    private IEnumerable<string> Check(StepAction action) => action switch
    {
        StepAction.ExpectUrl a when TargetPath.HasEscapes(a.Path) => [$"await Eventually.EqualAsync({DoubleQuoted(a.Path)}, () => Watch.Address);"],
        StepAction.ExpectUrl a => [$"await Expect(Page).ToHaveURLAsync({DoubleQuoted(TargetPath.Of(a.Path))});"],
        StepAction.ExpectUrlLike a => [$"await Expect(Page).ToHaveURLAsync(AddressLike.Template({DoubleQuoted(a.Template)}));"],
        StepAction.ExpectTitle a => [$"await Expect(Page).ToHaveTitleAsync({CSharpValues.Text(a.Title)});"],
        StepAction.ExpectHidden a => [$"await Expect({Element(a.ElementId)}.Filter(new() {{ Visible = true }})).ToHaveCountAsync(0);"],
        StepAction.ExpectContains a => [$"await Lists.ContainsAsync({Element(a.ElementId)}, {CSharpValues.Text(a.Text)});"],
        StepAction.ExpectChanged a => [$"await Lists.ChangedAsync({Element(a.ElementId)}, {CSharpValues.Noted(a.Name)});"],
        StepAction.ExpectNoPageText a => [$"await Expect(VisibleText({CSharpValues.Text(a.Text)})).ToHaveCountAsync(0);"],
        StepAction.ExpectEach a => [$"await Lists.EachContainsAsync({Element(a.ElementId)}, {CSharpValues.Text(a.Text)});"],
        StepAction.ExpectSorted a => [$"await Lists.SortedAsync({Element(a.ElementId)}, descending: {(a.Descending ? "true" : "false")});"],
        StepAction.ExpectSum a => [$"await Lists.SumAsync({Element(a.ElementId)}, {Element(a.PartsElementId)});"],
        StepAction.ExpectVisible a => [$"await Expect({Element(a.ElementId)}).ToBeVisibleAsync();"],
        StepAction.ExpectText a => [$"await Expect({Element(a.ElementId)}).ToHaveTextAsync({CSharpValues.Text(a.Text)}, new() {{ UseInnerText = true }});"],
        StepAction.ExpectPageText a => [$"await Expect(VisibleText({CSharpValues.Text(a.Text)}).First).ToBeVisibleAsync();"],
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
        StepAction.ExpectAnswer a => CSharpArrays.Lines($"await Calls.AnsweredAsync(Watch, {DoubleQuoted(a.Method)}, {DoubleQuoted(a.Path)}, {Number(a.Status)}{(a.Shape.Count == 0 ? "" : ", ")}", a.Shape, ");"),
        StepAction.ExpectAccessible a => Accessible(a),
        StepAction.ExpectNoMixedContent => ["Assert.Empty(Watch.InsecureRequests);"],
        StepAction.ExpectWebVitals a =>
        [
            "await Watch.SettledAsync();",
            string.Create(CultureInfo.InvariantCulture, $"Assert.Empty(await Vitals.OverAsync(Page, timeToFirstByte: {a.TimeToFirstByte}, largestContentfulPaint: {a.LargestContentfulPaint}, cumulativeLayoutShift: {a.CumulativeLayoutShift}));"),
        ],
        StepAction.ExpectPicture a => CSharpArrays.Lines($"await Pictures.LooksAlikeAsync({Element(a.ElementId)}, {DoubleQuoted(a.Baseline)}{(a.Masks.Count == 0 ? "" : ", ")}", a.Masks, ");"),
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
        if (element.Element.Locator.IsBound)
        {
            // What the test itself has made is found by a word that only the test knows, so no page object can hold it.
            return CSharpLocators.Expression("Page", element.Element.Locator);
        }

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

    private static string Value(string value) => CSharpValues.Value(value);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
