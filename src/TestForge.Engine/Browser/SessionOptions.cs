using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>How a browser context is set up.</summary>
/// <param name="StorageStatePath">A storage state file to start signed in with.</param>
/// <param name="StorageState">The same as JSON text.</param>
/// <param name="Width">Viewport width in CSS pixels.</param>
/// <param name="Height">Viewport height in CSS pixels.</param>
/// <param name="TimeoutMilliseconds">Limit of one browser operation.</param>
/// <param name="PreparePage">Called with every page of the session before it is used.</param>
/// <param name="Explore">Whether pages are kept on their origin and from sending DELETE, and tell which timers they have set.</param>
/// <param name="AllowDelete">Whether DELETE is let through while exploring.</param>
internal sealed record SessionOptions(
    string? StorageStatePath = null,
    string? StorageState = null,
    int Width = 1280,
    int Height = 720,
    int TimeoutMilliseconds = 15_000,
    bool Explore = false,
    bool AllowDelete = false,
    Func<IPage, CancellationToken, Task>? PreparePage = null);
