namespace TestForge.Engine.Patching.Source;

/// <summary>Reads source code of one language as a tree.</summary>
internal interface ISourceReader
{
    /// <summary>Finds the call that makes a locator at a place.</summary>
    Task<LocatorCall> FindAsync(string file, string text, int line, int column, string method, CancellationToken cancellationToken);

    /// <summary>Returns what differs between two versions of a file beside the locators that begin at the given places of the old one, or null.</summary>
    Task<string?> DifferenceAsync(string file, string before, string after, IReadOnlyList<int> starts, CancellationToken cancellationToken);
}
