namespace TestForge.Engine.Reporting.Insights;

/// <summary>What evidence there is, and the letter that its names begin with.</summary>
internal static class EvidenceKinds
{
    public const string Figures = "figures";
    public const string Gate = "gate";
    public const string History = "history";
    public const string Coverage = "coverage";
    public const string Cause = "cause";
    public const string Test = "test";
    public const string Step = "step";
    public const string Request = "request";
    public const string Console = "console";
    public const string Screenshot = "screenshot";
    public const string Finding = "finding";
    public const string Heal = "heal";
    public const string Page = "page";

    public static char LetterOf(string kind) => kind switch
    {
        Figures => 't',
        Gate => 'q',
        History => 'd',
        Coverage => 'u',
        Cause => 'g',
        Test => 'c',
        Step => 's',
        Request => 'r',
        Console => 'e',
        Screenshot => 'i',
        Finding => 'f',
        Heal => 'h',
        Page => 'p',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of evidence."),
    };
}
