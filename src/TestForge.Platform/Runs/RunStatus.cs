namespace TestForge.Platform.Runs;

/// <summary>Where a run is. The words are stored and part of the API: renaming one is a migration.</summary>
internal enum RunStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    Running,

    /// <summary>Came to its end, and every test counted as passed.</summary>
    Passed,

    /// <summary>Came to its end, and tests failed, or there were none.</summary>
    Failed,

    /// <summary>Could not come to its end; the error says why.</summary>
    Broken,

    /// <summary>Was told to stop.</summary>
    Cancelled,
}
