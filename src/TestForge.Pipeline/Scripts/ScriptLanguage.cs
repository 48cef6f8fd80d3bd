namespace TestForge.Pipeline;

/// <summary>A language scripts are written in.</summary>
public enum ScriptLanguage
{
    TypeScript,
    CSharp,
}
