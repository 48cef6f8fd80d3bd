using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Gherkin;

/// <summary>Says actions in the phrases that the step definitions of the generated projects know.</summary>
internal sealed class GherkinSteps(NamedPlan names, NamedThings things)
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public GherkinStep Of(StepAction action) => action switch
    {
        StepAction.ExpectConsoleClean { Known.Count: > 0 } a => new("the console shows no error but", KnownErrors.Of(a.Known, names.Plan.Target)),
        StepAction.ExpectRequestsSucceed { Known.Count: > 0 } a => new("every request of the page succeeds but those to", a.Known),
        StepAction.ExpectLinksResolve a => new("these links work", [.. a.Paths.Select(TargetPath.Of)]),
        StepAction.ExpectAnswer { Shape.Count: > 0 } a => new($"the call {Quoted(a.Method)} {Quoted(a.Path)} is answered with status {Number(a.Status)} and holds", a.Shape),
        StepAction.ExpectPicture { Masks.Count: > 0 } a => new($"the {Name(a)} looks like {Quoted(a.Baseline)} but for", a.Masks),
        StepAction.ExpectAccessible { KnownRules.Count: > 0 } a => new($"the page keeps the accessibility rules {Quoted(string.Join(' ', a.Tags))} but", a.KnownRules),
        _ => new(Text(action), []),
    };

    private string Text(StepAction action) => action switch
    {
        StepAction.Navigate a when names.Pages.FirstOrDefault(p => p.Page.Path == a.Path) is { } page => $"I am on the {things.Page(page)}",
        StepAction.Navigate a => $"I open {Quoted(TargetPath.Of(a.Path))}",
        StepAction.Click a => $"I click the {Name(a)}",
        StepAction.DoubleClick a => $"I double-click the {Name(a)}",
        StepAction.Fill { Value: "" } a => $"I leave the {Name(a)} empty",
        StepAction.Fill a => $"I fill the {Name(a)} with {Quoted(a.Value)}",
        StepAction.FillDate a => $"I fill the {Name(a)} with the {(a.Bound == DateBound.Earliest ? "earliest" : "latest")} day {(a.Days < 0 ? "minus" : "plus")} {Number(Math.Abs(a.Days))}",
        StepAction.Choose a => $"I choose {Quoted(a.Option)} in the {Name(a)}",
        StepAction.ChooseAt a => $"I choose entry {Number(a.Index + 1)} of the {Name(a)}",
        StepAction.SetChecked a => $"I {(a.Checked ? "check" : "uncheck")} the {Name(a)}",
        StepAction.Press a => $"I press {Quoted(a.Key)} in the {Name(a)}",
        StepAction.PressKey a => $"I press {Quoted(a.Key)}",
        StepAction.Reload => "I load the page again",
        StepAction.Back => "I go back",
        StepAction.Resize a => $"the window is {Number(a.Width)} by {Number(a.Height)}",
        StepAction.Note a => $"I note {(a.DigitsOnly ? "the number in" : "what is in")} the {Name(a)} as {Quoted(a.Name)}",
        StepAction.ExpectUrl a => $"the address is {Quoted(TargetPath.Of(a.Path))}",
        StepAction.ExpectUrlLike a => $"the address is like {Quoted(a.Template)}",
        StepAction.ExpectTitle a => $"the title is {Quoted(a.Title)}",
        StepAction.ExpectStatus a => $"the server answers with status {Number(a.Status)}",
        StepAction.ExpectHeader a => $"the header {Quoted(a.Name.ToLowerInvariant())} is {Quoted(a.Value)}",
        StepAction.ExpectVisible a => $"I see the {Name(a)}",
        StepAction.ExpectHidden a => $"I do not see the {Name(a)}",
        StepAction.ExpectText a => $"the {Name(a)} says {Quoted(a.Text)}",
        StepAction.ExpectContains a => $"the {Name(a)} contains {Quoted(a.Text)}",
        StepAction.ExpectChanged a => $"the {Name(a)} is no longer as noted in {Quoted(a.Name)}",
        StepAction.ExpectPageText a => $"I see {Quoted(a.Text)}",
        StepAction.ExpectNoPageText a => $"I do not see {Quoted(a.Text)}",
        StepAction.ExpectInvalid a => $"the {Name(a)} is marked as invalid",
        StepAction.ExpectValue a => $"the {Name(a)} holds {Quoted(a.Value)}",
        StepAction.ExpectEach a => $"each of the {Name(a)} contains {Quoted(a.Text)}",
        StepAction.ExpectSorted a => $"the {Name(a)} are in {(a.Descending ? "descending" : "ascending")} order",
        StepAction.ExpectSum a => $"the {Name(a)} is the sum of the {things.Element(a.PartsElementId)}",
        StepAction.ExpectConsoleClean => "the console shows no error",
        StepAction.ExpectRequestsSucceed => "every request of the page succeeds",
        StepAction.ExpectAccessible a => $"the page keeps the accessibility rules {Quoted(string.Join(' ', a.Tags))}",
        StepAction.ExpectAnswer a => $"the call {Quoted(a.Method)} {Quoted(a.Path)} is answered with status {Number(a.Status)}",
        StepAction.ExpectNoMixedContent => "nothing is loaded without encryption",
        StepAction.ExpectPicture a => $"the {Name(a)} looks like {Quoted(a.Baseline)}",
        StepAction.ExpectFitsViewport => "the page is not wider than the window",
        StepAction.ExpectWebVitals a => $"the first byte comes within {Number(a.TimeToFirstByte)} ms, the largest paint within {Number(a.LargestContentfulPaint)} ms, and layout shifts add up to at most {a.CumulativeLayoutShift.ToString("0.0##", CultureInfo.InvariantCulture)}",
        _ => throw new StageException("plan.unknown_action", $"This version cannot write '{action.GetType().Name}' as Gherkin.", retryable: false),
    };

    private string Name(StepAction action)
    {
        names.Find(action.Element!);
        return things.Element(action.Element!);
    }

    // As in JSON, which both languages read: a text of any kind stays on its line and cannot end early.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal).Replace("\u0085", "\\u0085", StringComparison.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
