namespace TestForge.Engine.Patching.Source;

/// <summary>A call in a suite's source that makes a locator, from the name of its method to its closing bracket.</summary>
internal sealed record LocatorCall
{
    public bool Found { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public int Line { get; init; }

    public string Text { get; init; } = "";

    /// <summary>What it is called on, such as <c>page</c>.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>As TypeScript names it.</summary>
    public string Method { get; init; } = "";

    /// <summary>Whether all of its arguments are literals.</summary>
    public bool Literal { get; init; }

    /// <summary>The first argument, when it is a text.</summary>
    public string? Value { get; init; }

    /// <summary>The accessible name it asks for, when that is a text.</summary>
    public string? Name { get; init; }

    public bool Exact { get; init; }

    /// <summary>Options other than name and exactness.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public char Quote { get; init; } = '\'';

    /// <summary>How its author begins the options, where the language has more than one way; empty when it has none.</summary>
    public string Options { get; init; } = "";

    /// <summary>Why the file could not be read.</summary>
    public string? Error { get; init; }
}
