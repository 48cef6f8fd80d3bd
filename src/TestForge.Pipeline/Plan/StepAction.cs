using System.Text.Json.Serialization;

namespace TestForge.Pipeline;

/// <summary>Everything a step can do or check. The union is closed: executors and emitters switch over all of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Navigate), "navigate")]
[JsonDerivedType(typeof(Click), "click")]
[JsonDerivedType(typeof(DoubleClick), "double-click")]
[JsonDerivedType(typeof(Fill), "fill")]
[JsonDerivedType(typeof(FillDate), "fill-date")]
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(ChooseAt), "choose-at")]
[JsonDerivedType(typeof(SetChecked), "set-checked")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(PressKey), "press-key")]
[JsonDerivedType(typeof(Resize), "resize")]
[JsonDerivedType(typeof(Reload), "reload")]
[JsonDerivedType(typeof(Back), "back")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(ExpectUrl), "expect-url")]
[JsonDerivedType(typeof(ExpectUrlLike), "expect-url-like")]
[JsonDerivedType(typeof(ExpectTitle), "expect-title")]
[JsonDerivedType(typeof(ExpectVisible), "expect-visible")]
[JsonDerivedType(typeof(ExpectText), "expect-text")]
[JsonDerivedType(typeof(ExpectHidden), "expect-hidden")]
[JsonDerivedType(typeof(ExpectContains), "expect-contains")]
[JsonDerivedType(typeof(ExpectChanged), "expect-changed")]
[JsonDerivedType(typeof(ExpectPageText), "expect-page-text")]
[JsonDerivedType(typeof(ExpectNoPageText), "expect-no-page-text")]
[JsonDerivedType(typeof(ExpectEach), "expect-each")]
[JsonDerivedType(typeof(ExpectSorted), "expect-sorted")]
[JsonDerivedType(typeof(ExpectSum), "expect-sum")]
[JsonDerivedType(typeof(ExpectInvalid), "expect-invalid")]
[JsonDerivedType(typeof(ExpectValue), "expect-value")]
[JsonDerivedType(typeof(ExpectStatus), "expect-status")]
[JsonDerivedType(typeof(ExpectLinksResolve), "expect-links-resolve")]
[JsonDerivedType(typeof(ExpectConsoleClean), "expect-console-clean")]
[JsonDerivedType(typeof(ExpectRequestsSucceed), "expect-requests-succeed")]
[JsonDerivedType(typeof(ExpectAnswer), "expect-answer")]
[JsonDerivedType(typeof(ExpectAccessible), "expect-accessible")]
[JsonDerivedType(typeof(ExpectHeader), "expect-header")]
[JsonDerivedType(typeof(ExpectNoMixedContent), "expect-no-mixed-content")]
[JsonDerivedType(typeof(ExpectFitsViewport), "expect-fits-viewport")]
[JsonDerivedType(typeof(ExpectWebVitals), "expect-web-vitals")]
[JsonDerivedType(typeof(ExpectPicture), "expect-picture")]
public abstract record StepAction
{
    /// <summary>The element it concerns, by id in <see cref="TestPlan.Elements"/>, or null.</summary>
    [JsonIgnore]
    public virtual string? Element => null;

    /// <summary>A second element it compares with, or null.</summary>
    [JsonIgnore]
    public virtual string? OtherElement => null;

    /// <summary>True for a check, false for an action of the user.</summary>
    [JsonIgnore]
    public bool IsCheck => GetType().Name.StartsWith("Expect", StringComparison.Ordinal);

    /// <summary>Opens an address: path, query and fragment relative to the target's origin.</summary>
    public sealed record Navigate(string Path) : StepAction;

    public sealed record Click(string ElementId) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Clicks twice, as an impatient visitor does.</summary>
    public sealed record DoubleClick(string ElementId) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>
    /// Replaces a field's value. <c>${env:NAME}</c> in the value stands for an environment variable, <c>${unique}</c> for a word
    /// that each attempt makes up anew, <c>${noted:NAME}</c> for what a <see cref="Note"/> of the same attempt has kept.
    /// </summary>
    public sealed record Fill(string ElementId, string Value) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Fills a date field with a date so many days from the earliest or latest that the field itself allows at that moment.</summary>
    public sealed record FillDate(string ElementId, DateBound Bound, int Days) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Chooses an option of a select by its label.</summary>
    public sealed record Choose(string ElementId, string Option) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Chooses an option of a select by its zero-based place, where the labels are the application's data.</summary>
    public sealed record ChooseAt(string ElementId, int Index) : StepAction
    {
        public override string? Element => ElementId;
    }

    public sealed record SetChecked(string ElementId, bool Checked) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Presses a key on an element, in Playwright's key names.</summary>
    public sealed record Press(string ElementId, string Key) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>Presses a key wherever the focus is, in Playwright's key names.</summary>
    public sealed record PressKey(string Key) : StepAction;

    /// <summary>Sets the viewport, in CSS pixels.</summary>
    public sealed record Resize(int Width, int Height) : StepAction;

    /// <summary>Loads the page again.</summary>
    public sealed record Reload : StepAction;

    /// <summary>Goes back to the page before, as the browser's button does.</summary>
    public sealed record Back : StepAction;

    /// <summary>Keeps what the element says (of a select: the chosen option) under a name, for later steps of the same attempt.</summary>
    /// <param name="ElementId">The element.</param>
    /// <param name="Name">The name it is kept under: letters, digits, hyphens.</param>
    /// <param name="DigitsOnly">True when only the first number in the text is kept: an order number within a sentence.</param>
    public sealed record Note(string ElementId, string Name, bool DigitsOnly = false) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The page's address, relative to the target's origin, is exactly this (path, query, fragment).</summary>
    public sealed record ExpectUrl(string Path) : StepAction;

    /// <summary>The page's address, relative to the target's origin, is of this form; <c>*</c> stands for any text without slash, question mark or hash.</summary>
    public sealed record ExpectUrlLike(string Template) : StepAction;

    public sealed record ExpectTitle(string Title) : StepAction;

    public sealed record ExpectVisible(string ElementId) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The element's text is this, white space collapsed.</summary>
    public sealed record ExpectText(string ElementId, string Text) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The element is not there or cannot be seen.</summary>
    public sealed record ExpectHidden(string ElementId) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The element's text (of a field: its value or chosen option) contains this, in any case of letters. The text may hold <c>${unique}</c> and <c>${noted:NAME}</c>.</summary>
    public sealed record ExpectContains(string ElementId, string Text) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The element's text is another than the one noted under this name.</summary>
    public sealed record ExpectChanged(string ElementId, string Name) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>This text is visible somewhere on the page. It may hold <c>${unique}</c> and <c>${noted:NAME}</c>.</summary>
    public sealed record ExpectPageText(string Text) : StepAction;

    /// <summary>This text is visible nowhere on the page. It may hold <c>${unique}</c> and <c>${noted:NAME}</c>.</summary>
    public sealed record ExpectNoPageText(string Text) : StepAction;

    /// <summary>There is at least one visible element of this locator, and each contains the text, in any case of letters.</summary>
    public sealed record ExpectEach(string ElementId, string Text) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The visible elements of this locator are in order: by number where each holds one, else by text.</summary>
    public sealed record ExpectSorted(string ElementId, bool Descending) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The number in one element is the sum of the numbers in the visible elements of another locator, to half a cent.</summary>
    public sealed record ExpectSum(string ElementId, string PartsElementId) : StepAction
    {
        public override string? Element => ElementId;

        public override string? OtherElement => PartsElementId;
    }

    /// <summary>The browser's constraint validation refuses the field's value.</summary>
    public sealed record ExpectInvalid(string ElementId) : StepAction
    {
        public override string? Element => ElementId;
    }

    public sealed record ExpectValue(string ElementId, string Value) : StepAction
    {
        public override string? Element => ElementId;
    }

    /// <summary>The last document's HTTP status.</summary>
    public sealed record ExpectStatus(int Status) : StepAction;

    /// <summary>Each address, relative to the target's origin, answers below 400.</summary>
    public sealed record ExpectLinksResolve(IReadOnlyList<string> Paths) : StepAction;

    /// <summary>No console error or uncaught exception but those known when the case was designed.</summary>
    public sealed record ExpectConsoleClean(IReadOnlyList<string> Known) : StepAction;

    /// <summary>No failed same-origin request but those known; entries are paths.</summary>
    public sealed record ExpectRequestsSucceed(IReadOnlyList<string> Known) : StepAction;

    /// <summary>The page has made a call to an API, and the last such call was answered so.</summary>
    /// <param name="Method">HTTP method.</param>
    /// <param name="Path">Path relative to the target's origin, or scheme, host and path of another origin, without query; <c>*</c> stands for any text without slash.</param>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Shape">
    /// What the JSON answer holds, each as place and type: <c>total: number</c>, <c>items[].title: string</c>. A <c>null</c> fits each type.
    /// Types are <c>string</c>, <c>number</c>, <c>boolean</c>, <c>object</c> and <c>array</c>. Empty when only the status counts.
    /// </param>
    public sealed record ExpectAnswer(string Method, string Path, int Status, IReadOnlyList<string> Shape) : StepAction;

    /// <summary>axe-core finds no violation of these tags but the rules known.</summary>
    public sealed record ExpectAccessible(IReadOnlyList<string> Tags, IReadOnlyList<string> KnownRules) : StepAction;

    /// <summary>The last document's response has this header with this value.</summary>
    public sealed record ExpectHeader(string Name, string Value) : StepAction;

    public sealed record ExpectNoMixedContent : StepAction;

    /// <summary>The page is not wider than the viewport.</summary>
    public sealed record ExpectFitsViewport : StepAction;

    /// <summary>The last document was answered, painted and came to rest within these limits.</summary>
    /// <param name="TimeToFirstByte">Milliseconds until the first byte of the document.</param>
    /// <param name="LargestContentfulPaint">Milliseconds until the largest text or picture in the window was painted.</param>
    /// <param name="CumulativeLayoutShift">How far content has moved by itself: the sum of all layout shifts.</param>
    public sealed record ExpectWebVitals(int TimeToFirstByte, int LargestContentfulPaint, double CumulativeLayoutShift) : StepAction;

    /// <summary>
    /// The element looks as in its baseline. Painted over in both pictures is what varies by nature (numbers, times, chosen options,
    /// typed values, films, drawings and frames), and what the masks find.
    /// </summary>
    /// <param name="ElementId">The element.</param>
    /// <param name="Baseline">The name of one of <see cref="TestPlan.Baselines"/>.</param>
    /// <param name="Masks">What else varies, as CSS selectors.</param>
    public sealed record ExpectPicture(string ElementId, string Baseline, IReadOnlyList<string> Masks) : StepAction
    {
        public override string? Element => ElementId;
    }
}
