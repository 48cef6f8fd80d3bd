namespace TestForge.Engine.Locators;

/// <summary>What a person does with an element.</summary>
internal enum ElementUse
{
    Read,
    Click,
    Type,
    Secret,
    Choose,
    Check,
    File,
}
