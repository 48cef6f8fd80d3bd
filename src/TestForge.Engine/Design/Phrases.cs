using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Makes steps with the words a person would use for them.</summary>
internal static partial class Phrases
{
    private const int MaxShown = 80;

    public static TestStep GivenOn(DesignContext context, SitePage page) =>
        new(StepKeyword.Given, $"I am on the {context.PageNames[page.Id]}", new StepAction.Navigate(context.PathOf(page)));

    public static TestStep WhenClick(DesignContext context, PageElement element) =>
        new(StepKeyword.When, $"I click the {Quoted(Called(context, element))} {Kind(element)}", new StepAction.Click(element.Id));

    public static TestStep WhenDoubleClick(DesignContext context, PageElement element) =>
        new(StepKeyword.When, $"I click the {Quoted(Called(context, element))} {Kind(element)} twice", new StepAction.DoubleClick(element.Id));

    public static TestStep WhenFill(PageElement element, FormField field, string value) =>
        new(StepKeyword.When, value.Length == 0 ? $"I leave {Label(element, field)} empty" : $"I fill {Label(element, field)} with {Quoted(Told(value))}", new StepAction.Fill(element.Id, value));

    public static TestStep WhenChoose(PageElement element, FormField field, string option) =>
        new(StepKeyword.When, $"I choose {Quoted(option)} in {Label(element, field)}", new StepAction.Choose(element.Id, option));

    public static TestStep WhenChooseAt(PageElement element, FormField field, int index) =>
        new(StepKeyword.When, $"I choose entry {index + 1} of {Label(element, field)}", new StepAction.ChooseAt(element.Id, index));

    public static TestStep WhenFillDate(PageElement element, FormField field, DateBound bound, int days) => new(
        StepKeyword.When,
        $"I fill {Label(element, field)} with {(days == 0 ? "" : $"the day {Math.Abs(days)} {(Math.Abs(days) == 1 ? "day" : "days")} {(days < 0 ? "before" : "after")} ")}the {(bound == DateBound.Earliest ? "earliest" : "latest")} day it allows",
        new StepAction.FillDate(element.Id, bound, days));

    public static TestStep WhenReload() => new(StepKeyword.When, "I load the page again", new StepAction.Reload());

    public static TestStep WhenBack() => new(StepKeyword.When, "I go back", new StepAction.Back());

    public static TestStep WhenPressKey(string key) => new(StepKeyword.When, $"I press {key}", new StepAction.PressKey(key));

    public static TestStep WhenNote(DesignContext context, string elementId, string name, bool digitsOnly = false) => new(
        StepKeyword.When,
        digitsOnly ? $"I note the number in the {NameOf(context, elementId)}" : $"I note what the {NameOf(context, elementId)} says",
        new StepAction.Note(elementId, name, digitsOnly));

    public static TestStep WhenCheck(PageElement element, FormField field, bool on) =>
        new(StepKeyword.When, $"I {(on ? "tick" : "untick")} {Label(element, field)}", new StepAction.SetChecked(element.Id, on));

    public static TestStep WhenPress(PageElement element, FormField field, string key) =>
        new(StepKeyword.When, $"I press {key} in {Label(element, field)}", new StepAction.Press(element.Id, key));

    public static TestStep WhenResize(int width, int height) =>
        new(StepKeyword.When, $"the window is {width} by {height}", new StepAction.Resize(width, height));

    public static TestStep Then(DesignContext context, StepAction check) => new(StepKeyword.Then, Words(context, check), check);

    public static string Quoted(string text) => $"\"{Short(text)}\"";

    private static string Words(DesignContext context, StepAction check) => check switch
    {
        StepAction.ExpectUrl c => $"the address is {Short(c.Path)}",
        StepAction.ExpectUrlLike c => $"the address is like {Short(c.Template)}",
        StepAction.ExpectHidden c => $"I do not see the {NameOf(context, c.ElementId)}",
        StepAction.ExpectContains c => $"the {NameOf(context, c.ElementId)} contains {Quoted(Told(c.Text))}",
        StepAction.ExpectChanged c => $"the {NameOf(context, c.ElementId)} says something else than before",
        StepAction.ExpectNoPageText c => $"I do not see {Quoted(Told(c.Text))}",
        StepAction.ExpectEach c => $"each of the {NameOf(context, c.ElementId)} contains {Quoted(Told(c.Text))}",
        StepAction.ExpectSorted c => $"the {NameOf(context, c.ElementId)} are in order, the {(c.Descending ? "largest" : "smallest")} first",
        StepAction.ExpectSum c => $"the {NameOf(context, c.ElementId)} is the sum of the {NameOf(context, c.PartsElementId)}",
        StepAction.ExpectTitle c => $"the title is {Quoted(Told(c.Title))}",
        StepAction.ExpectVisible c => $"I see the {NameOf(context, c.ElementId)}",
        StepAction.ExpectText c => $"the {NameOf(context, c.ElementId)} says {Quoted(c.Text)}",
        StepAction.ExpectPageText c => $"I see the message {Quoted(Told(c.Text))}",
        StepAction.ExpectInvalid c => $"the {NameOf(context, c.ElementId)} is marked as invalid",
        StepAction.ExpectValue c => $"the {NameOf(context, c.ElementId)} holds {Quoted(c.Value)}",
        StepAction.ExpectStatus c => $"the server answers with status {c.Status}",
        StepAction.ExpectLinksResolve { Paths.Count: 1 } c => $"the link to {Short(c.Paths[0])} works",
        StepAction.ExpectLinksResolve c => $"all {c.Paths.Count} links to pages of this site work",
        StepAction.ExpectConsoleClean { Known.Count: 0 } => "the console shows no error",
        StepAction.ExpectConsoleClean c => $"the console shows no error but the {c.Known.Count} known",
        StepAction.ExpectRequestsSucceed { Known.Count: 0 } => "every request of the page succeeds",
        StepAction.ExpectRequestsSucceed c => $"every request of the page but the {c.Known.Count} known succeeds",
        StepAction.ExpectAnswer { Shape.Count: 0 } c => $"the call {c.Method} {Short(c.Path)} is answered with status {c.Status}",
        StepAction.ExpectAnswer c => $"the call {c.Method} {Short(c.Path)} is answered with status {c.Status} and what it should hold",
        StepAction.ExpectAccessible { KnownRules.Count: 0 } => "the page breaks no accessibility rule",
        StepAction.ExpectAccessible c => $"the page breaks no accessibility rule but the {c.KnownRules.Count} known",
        StepAction.ExpectHeader c => $"the response has the header {c.Name}",
        StepAction.ExpectNoMixedContent => "nothing is loaded without encryption",
        StepAction.ExpectWebVitals => "the page is fast enough and stands still",
        StepAction.ExpectPicture c => $"the {NameOf(context, c.ElementId)} looks as in its baseline",
        StepAction.ExpectFitsViewport => "the page is not wider than the window",
        _ => throw new InvalidOperationException($"{check.GetType().Name} is no check."),
    };

    // "Sample text ${unique}" is told as "Sample text …": which word it is, each attempt decides.
    private static string Told(string text) => References().Replace(text, "…");

    private static string NameOf(DesignContext context, string elementId) => context.ElementNames.GetValueOrDefault(elementId, "element");

    private static string Label(PageElement element, FormField field) =>
        Quoted(field.Label.Length > 0 ? field.Label : element.Print.Name.Length > 0 ? element.Print.Name : field.Name ?? field.Type);

    private static string Called(DesignContext context, PageElement element) =>
        element.Print.Name.Length > 0 && !context.Data.IsData(element.Id) ? element.Print.Name : NameOf(context, element.Id);

    private static string Kind(PageElement element) => element.Print.Role switch
    {
        "link" => "link",
        "tab" => "tab",
        "menuitem" => "menu item",
        _ => "button",
    };

    // A step is one line of Gherkin: a line break or a quote from the page must not change its shape.
    private static string Short(string text)
    {
        var clean = PageText.Clean(text, MaxShown + 1).Replace('"', '\'');
        return clean.Length > MaxShown ? clean[..(MaxShown - 1)].TrimEnd() + "…" : clean;
    }

    [GeneratedRegex(@"\$\{(unique|noted:[\w-]+)\}")]
    private static partial Regex References();
}
