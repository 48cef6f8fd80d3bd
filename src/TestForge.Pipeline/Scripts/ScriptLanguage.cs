namespace TestForge.Pipeline;

/// <summary>What scripts are written in.</summary>
public enum ScriptLanguage
{
    TypeScript,
    CSharp,

    /// <summary>Gherkin with step definitions in TypeScript, for playwright-bdd.</summary>
    TypeScriptGherkin,

    /// <summary>Gherkin with step definitions in C#, for Reqnroll.</summary>
    CSharpGherkin,
}
