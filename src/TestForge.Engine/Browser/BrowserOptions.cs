namespace TestForge.Engine.Browser;

/// <summary>Which browser is used and what it may reach.</summary>
public sealed class BrowserOptions
{
    /// <summary>Path of a Chromium; unset means the first one found on the machine.</summary>
    public string? ExecutablePath { get; set; }

    /// <summary>Shows the browser's window; needs a display and a full Chromium. The default is false.</summary>
    public bool Headed { get; set; }

    /// <summary>The application under test. Its own host may be reached wherever it is, unless it is public at first and leads to a private address later.</summary>
    public Uri? Target { get; set; }

    /// <summary>Holds the target itself to the rules for private addresses, this machine by its own name excepted, because no person has named it. The default is false.</summary>
    public bool GuardTarget { get; set; }

    /// <summary>Lets pages reach private addresses other than the target's. The default is false.</summary>
    public bool AllowPrivate { get; set; }
}
