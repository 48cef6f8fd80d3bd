namespace TestForge.Engine.Goals.Literal;

/// <summary>What a literal sentence does or checks.</summary>
internal enum LiteralKind
{
    Open,
    Click,
    Fill,
    Choose,
    Check,
    Uncheck,
    Press,
    Back,
    Reload,
    See,
    SeeNot,
    Title,
    Address,
}
