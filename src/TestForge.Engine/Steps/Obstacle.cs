namespace TestForge.Engine.Steps;

/// <summary>What kept an element from being used, in the words of the browser driver's log.</summary>
internal enum Obstacle
{
    None,
    Covered,
    OutOfView,
    Hidden,
    Disabled,
    NotEditable,
    Moving,
    Detached,
    NoSuchOption,

    /// <summary>It is no longer of a kind that can be used so: a list that has become a text field.</summary>
    OtherKind,
}
