using TestForge.Cli.Doctor;

namespace TestForge.Cli.Heals;

/// <summary>Who sits at the keyboard, as version control and the system know that person.</summary>
internal static class Reviewer
{
    public static async Task<string> NameAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        var git = ToolOutput.Find("git", environment.Variable("PATH"));
        var name = git is null ? null : await ToolOutput.FirstLineAsync(git, ["-C", environment.WorkingFolder, "config", "--get", "user.name"], cancellationToken);
        return new[] { name, environment.Variable("USER"), environment.Variable("USERNAME") }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? "somebody";
    }
}
