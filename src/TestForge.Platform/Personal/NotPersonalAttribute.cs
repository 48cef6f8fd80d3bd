namespace TestForge.Platform.Personal;

/// <summary>On a column of text, or on a row for all of its columns, that holds no data of a person.</summary>
/// <param name="what">What it holds instead.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class NotPersonalAttribute(string what) : Attribute
{
    public string What => what;
}
