namespace TestForge.Engine.Reporting;

/// <summary>Names of places in the HTML report. Ids of a plan may hold anything, so their hashes stand for them.</summary>
internal static class Anchors
{
    public const string Test = "test";
    public const string Trouble = "failure";
    public const string Steps = "steps";
    public const string Network = "network";
    public const string Console = "console";
    public const string Picture = "picture";
    public const string Cause = "cause";
    public const string Finding = "finding";
    public const string Heal = "heal";
    public const string Page = "page";

    public static string Of(string kind, string id) => $"{kind}-{StableIds.Hash(kind, id)[..12]}";
}
