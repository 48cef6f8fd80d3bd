namespace TestForge.Pipeline;

/// <summary>What a user of one role sees of the application.</summary>
/// <param name="Role">Its name in the settings; <c>anonymous</c> for nobody signed in.</param>
/// <param name="Pages">Addresses the role can open, by URL template.</param>
/// <param name="Only">Those of them that no other role can open.</param>
/// <param name="Refused">Addresses another role can open and this one cannot, each with what happened instead.</param>
/// <param name="Controls">Names of controls that this role alone sees, each with its page's template.</param>
public sealed record RoleView(
    string Role,
    IReadOnlyList<string> Pages,
    IReadOnlyList<string> Only,
    IReadOnlyList<RefusedAddress> Refused,
    IReadOnlyList<RoleControl> Controls)
{
    /// <summary>Addresses that opened for the role although nothing it sees leads there, by URL template; another role is shown the way.</summary>
    public IReadOnlyList<string> Unshown { get; init; } = [];
}
