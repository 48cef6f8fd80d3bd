namespace TestForge.Engine.Claude;

/// <summary>What a call is for, by which spending is reported.</summary>
internal enum ClaudePurpose
{
    Page,
    Application,
    Case,
    Goal,
    Heal,
    Triage,
    Report,
    Check,
}
