namespace TestForge.Pipeline;

/// <summary>What a form is for, judged by its fields and words.</summary>
public enum FormPurpose
{
    Other,
    Login,
    Registration,
    Search,
    Contact,
}
