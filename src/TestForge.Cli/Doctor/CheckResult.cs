namespace TestForge.Cli.Doctor;

/// <summary>What was found of one thing TestForge uses.</summary>
/// <param name="Name">What it is, in a word or two.</param>
/// <param name="Required">Whether nothing works without it.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Detail">What was seen: path, version, amount.</param>
/// <param name="HowToGet">What to do when it is missing or low.</param>
internal sealed record CheckResult(string Name, bool Required, CheckState State, string Detail, string? HowToGet = null);
