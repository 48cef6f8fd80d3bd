using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Writes a plan as a test project in one language.</summary>
internal interface IScriptEmitter
{
    ScriptLanguage Language { get; }

    ScriptProject Emit(TestPlan plan);
}
