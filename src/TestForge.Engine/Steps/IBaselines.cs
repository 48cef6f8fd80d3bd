namespace TestForge.Engine.Steps;

/// <summary>Gives the baselines of a plan.</summary>
internal interface IBaselines
{
    /// <summary>The PNG picture, or null when there is none for this browser and system.</summary>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken);
}
