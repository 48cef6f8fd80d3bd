namespace TestForge.Pipeline;

/// <summary>
/// What a language model made of an application: what it is for, for whom, and what it must do, each traced to pages and elements of the
/// site map and to the cases that prove it. File: <c>application.json</c>.
/// </summary>
public sealed record ApplicationModel
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required Uri Target { get; init; }

    /// <summary>The language model that was asked.</summary>
    public required string Model { get; init; }

    /// <summary>The trade or field that the application serves, in few words; empty when the design ended before it was known.</summary>
    public string Domain { get; init; } = "";

    /// <summary>What the application is for, in a sentence or two.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What pages are for; one stands for all of its kind.</summary>
    public IReadOnlyList<PagePurpose> Pages { get; init; } = [];

    public IReadOnlyList<Persona> Personas { get; init; } = [];

    /// <summary>The most important first.</summary>
    public IReadOnlyList<CoreFlow> Flows { get; init; } = [];

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Missions for people; they are no cases.</summary>
    public IReadOnlyList<ExploratoryCharter> Charters { get; init; } = [];

    /// <summary>What was expected and the application did not do: a fault, or a wrong expectation. A person has to say.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];
}
