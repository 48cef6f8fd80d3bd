namespace TestForge.Pipeline;

/// <summary>A control that a role sees on a page.</summary>
/// <param name="Url">URL template of the page.</param>
/// <param name="Name">Role and accessible name of the control.</param>
public sealed record RoleControl(string Url, string Name);
