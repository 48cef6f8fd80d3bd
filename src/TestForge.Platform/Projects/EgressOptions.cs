namespace TestForge.Platform.Projects;

/// <summary>Which applications may be tested, by where they are. What is public always may.</summary>
public sealed class EgressOptions
{
    /// <summary>Lets targets be in private networks, and on this machine too. For a server whose tenants may reach what it reaches. The default is false.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>Lets targets be on this machine. For a person's own machine. The default is false.</summary>
    public bool AllowLoopback { get; set; }
}
