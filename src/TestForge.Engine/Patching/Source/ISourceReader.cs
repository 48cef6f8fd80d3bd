using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source;

/// <summary>Reads source code of one language as a tree, and writes locators in it.</summary>
internal interface ISourceReader
{
    /// <summary>Finds the call that makes a locator at a place. Methods have the names they have in TypeScript.</summary>
    Task<LocatorCall> FindAsync(string file, string text, int line, int column, string method, CancellationToken cancellationToken);

    /// <summary>Returns what differs between two versions of a file beside the locators that begin at the given places of the old one, or null.</summary>
    Task<string?> DifferenceAsync(string file, string before, string after, IReadOnlyList<int> starts, CancellationToken cancellationToken);

    /// <summary>Writes a locator as its author wrote the old one, without what it is called on; null when the language cannot say it.</summary>
    string? Write(LocatorSpec locator, LocatorCall old, Func<LocatorSpec, bool> exact);
}
