namespace TestForge.Cli.Doctor;

internal enum CheckState
{
    Found,

    /// <summary>There, but less of it than is good.</summary>
    Low,
    Missing,
}
