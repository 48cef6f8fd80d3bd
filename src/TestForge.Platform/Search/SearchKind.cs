namespace TestForge.Platform.Search;

/// <summary>What can be found. The words are part of the API.</summary>
internal enum SearchKind
{
    Project,
    Run,
    Case,
    Heal,
}
