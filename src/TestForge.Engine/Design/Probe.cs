namespace TestForge.Engine.Design;

/// <summary>Something to observe on the live page that can become expectations.</summary>
internal abstract record Probe
{
    /// <summary>The page answers with its status, title and main heading.</summary>
    internal sealed record Opens(string PageId) : Probe;

    /// <summary>The actions led to this page, or to one like it when it shows any record.</summary>
    internal sealed record Arrives(string PageId, bool AnyRecord = false) : Probe;

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
    internal sealed record LifeCycle(string PageId) : Probe;

    /// <summary>What the case has made can be changed: by its edit form, and by its buttons.</summary>
    internal sealed record Changes(string PageId) : Probe;

    /// <summary>What the field holds now.</summary>
    internal sealed record Holds(string ElementId, string Filled) : Probe;

    internal sealed record LinksResolve(IReadOnlyList<string> Paths) : Probe;

    internal sealed record ConsoleClean(string PageId) : Probe;

    internal sealed record RequestsSucceed(string PageId) : Probe;

    internal sealed record Accessible : Probe;

    internal sealed record Headers(IReadOnlyList<string> Names) : Probe;

    internal sealed record NoMixedContent : Probe;

    internal sealed record Fits(int Width, int Height) : Probe;
}
