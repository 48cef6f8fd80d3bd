using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>Something to observe on the live page that can become expectations.</summary>
internal abstract record Probe
{
    /// <summary>True when looking means doing: the visit is then no longer what other cases expect.</summary>
    public virtual bool Acts => false;

    /// <summary>The page answers with its status, title and main heading.</summary>
    internal sealed record Opens(string PageId) : Probe;

    /// <summary>The actions led to this page, or to one like it when it shows any record.</summary>
    internal sealed record Arrives(string PageId, bool AnyRecord = false) : Probe;

    /// <summary>These clicks lead one after the other to these pages or states, and the way back leads back.</summary>
    internal sealed record Follows(IReadOnlyList<(TestStep Click, string To)> Legs) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>What was noted before the last action is what this page is about: its heading or a field says so.</summary>
    internal sealed record Carries(string PageId) : Probe
    {
        public const string Subject = "subject";
    }

    /// <summary>These elements can be seen.</summary>
    internal sealed record Shows(IReadOnlyList<string> ElementIds) : Probe;

    /// <summary>Whatever the application did in answer to the last action: refusal, address, messages, new text.</summary>
    internal sealed record Outcome(string PageId, string? FieldElementId = null) : Probe;

    /// <summary>What the case has made is listed, is still there when the page is loaded again, and goes when it is removed.</summary>
    internal sealed record LifeCycle(string PageId) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>What the case has made can be changed: by its edit form, and by its buttons.</summary>
    internal sealed record Updates(string PageId) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>Typing what the first entry of a list is called leaves only entries that have it.</summary>
    internal sealed record Narrows(string PageId, TestStep Fill, TestStep? Send) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>Each of the choices orders or narrows a list.</summary>
    internal sealed record Arranges(string PageId, IReadOnlyList<TestStep> Choices, TestStep? Send) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>Totals are the sums of what they stand beside.</summary>
    internal sealed record Totals(string PageId) : Probe;

    /// <summary>An amount follows each of these fields: filled with another value, it changes.</summary>
    internal sealed record Recalculates(string PageId, IReadOnlyList<TestStep> Changes, TestStep? Send) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>What the form puts into a list, such as a cart, can be changed there, and the way on from it works to its end.</summary>
    internal sealed record Journey(string PageId, IReadOnlyList<TestStep> Making) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>What the form puts into a list can be taken out again.</summary>
    internal sealed record Withdrawal(string PageId, IReadOnlyList<TestStep> Making) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>These checks, which proved a goal when it was explored, hold again; without them the case is worthless.</summary>
    internal sealed record Proves(IReadOnlyList<StepAction> Proofs) : Probe;

    /// <summary>All of these are so once the actions are done; else the application is asked about, and the case is worthless.</summary>
    internal sealed record Expects(IReadOnlyList<CaseExpectation> Wanted) : Probe;

    /// <summary>What the field holds now.</summary>
    internal sealed record Holds(string ElementId, string Filled) : Probe;

    internal sealed record LinksResolve(IReadOnlyList<string> Paths) : Probe;

    internal sealed record ConsoleClean(string PageId) : Probe;

    internal sealed record RequestsSucceed(string PageId) : Probe;

    /// <summary>The calls that the page makes to an API are answered, and what the answers hold.</summary>
    internal sealed record Calls(IReadOnlyList<ApiCall> Made) : Probe;

    internal sealed record Accessible : Probe;

    internal sealed record Headers(IReadOnlyList<string> Names) : Probe;

    internal sealed record NoMixedContent : Probe;

    /// <summary>Signing in by hand, and out again.</summary>
    internal sealed record SignsIn(string PageId) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>A visitor who is not signed in is kept out of what was asked for.</summary>
    internal sealed record Denied(string Path) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>The address opened does not exist, and the answer says so.</summary>
    internal sealed record Unknown(string PageId) : Probe;

    /// <summary>The last action may have opened a dialog, which can be left.</summary>
    internal sealed record Leaves(string PageId) : Probe
    {
        public override bool Acts => true;
    }

    /// <summary>In a narrow window a button shows the navigation.</summary>
    internal sealed record NarrowMenu(string PageId) : Probe
    {
        public const int Width = 390;
        public const int Height = 844;

        public override bool Acts => true;
    }

    /// <summary>How fast the page came, where it is far from poor.</summary>
    internal sealed record Vitals : Probe;

    /// <summary>Parts of the page look as they did.</summary>
    internal sealed record Looks(string PageId) : Probe;

    internal sealed record Fits(int Width, int Height) : Probe;
}
