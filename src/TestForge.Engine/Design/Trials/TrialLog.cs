using System.Collections.Concurrent;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

/// <summary>What trials came across beside their own case: faults for findings, and texts that stand on a page anyway.</summary>
internal sealed class TrialLog
{
    /// <summary>Accessibility violations: page id, violation. One that a page shows in several states is here several times.</summary>
    public ConcurrentBag<(string PageId, AxeViolation Hit)> Violations { get; } = [];

    /// <summary>Pages wider than the window: page id, window width, page width.</summary>
    public ConcurrentBag<(string PageId, int Window, int Page)> Overflows { get; } = [];

    /// <summary>Server errors in answer to a form: page id, case title, status.</summary>
    public ConcurrentBag<(string PageId, string Title, int Status)> FormErrors { get; } = [];

    /// <summary>Links that do not resolve: page id, path, status.</summary>
    public ConcurrentBag<(string PageId, string Path, int Status)> BrokenLinks { get; } = [];

    /// <summary>Exceptions that only actions bring about: page id, text.</summary>
    public ConcurrentBag<(string PageId, string Text)> Exceptions { get; } = [];

    /// <summary>Forms that two clicks make more than one entry of: page id, entries.</summary>
    public ConcurrentBag<(string PageId, int Entries)> SentTwice { get; } = [];

    /// <summary>Paths of pages that show what the visitor has put together, such as a cart: what they hold is another matter in each run.</summary>
    public ConcurrentDictionary<string, byte> OwnPages { get; } = [];

    public StandingTexts Standing { get; } = new();
}
