using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Reading;

/// <summary>Reads files of goals: Markdown lists of them, and Gherkin features.</summary>
public static class GoalFiles
{
    public const string Feature = ".feature";

    private const int MaxGoals = 200;
    private const int MaxBytes = 1_000_000;
    private const int MaxText = 2_000;

    /// <summary>Throws <c>goal.not_found</c>, or <c>goal.invalid</c> with the line.</summary>
    public static async Task<IReadOnlyList<TestGoal>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new StageException("goal.not_found", $"The file of goals '{path}' does not exist. Check --goals.", retryable: false);
        }

        string text;
        try
        {
            text = new FileInfo(path).Length <= MaxBytes ? await File.ReadAllTextAsync(path, cancellationToken) : throw new IOException("it is larger than 1 MB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StageException("goal.invalid", $"{file} cannot be read: {e.Message}", retryable: false, e);
        }

        var goals = Path.GetExtension(path) == Feature ? GherkinGoals.Read(text, file) : MarkdownGoals.Read(text, file);
        return goals.Count == 0 ? throw Invalid(file, 1, "there is no goal in it. A goal is a list item, or a scenario in a .feature file")
            : goals.Count > MaxGoals ? throw Invalid(file, 1, $"it has {goals.Count} goals, and at most {MaxGoals} are read")
            : goals;
    }

    /// <summary>Goals given as words of a command.</summary>
    public static IReadOnlyList<TestGoal> Of(IEnumerable<string> texts) => [.. texts.Select(t => t.Length <= MaxText ? TestGoal.Of(t.Trim(), "--goal") : throw TooLong("--goal"))];

    internal static void CheckLength(string text, string file, int line)
    {
        if (text.Length > MaxText)
        {
            throw TooLong($"{file}:{line}");
        }
    }

    internal static StageException Invalid(string file, int line, string what) => new("goal.invalid", $"{file}:{line}: {what}. See docs/guides/goals.md.", retryable: false);

    private static StageException TooLong(string where) => new("goal.invalid", $"{where}: a goal has at most {MaxText} characters. Say it shorter, or as several goals.", retryable: false);
}
