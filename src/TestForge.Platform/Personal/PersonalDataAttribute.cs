namespace TestForge.Platform.Personal;

/// <summary>On a column that is, or may hold, data of a person. The inventory lists it; what is contact or network data the audit log never holds.</summary>
/// <param name="kind">What kind of data it is.</param>
/// <param name="purpose">What it is kept for, in a few words.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PersonalDataAttribute(PersonalKind kind, string purpose) : Attribute
{
    public PersonalKind Kind => kind;

    public string Purpose => purpose;
}
