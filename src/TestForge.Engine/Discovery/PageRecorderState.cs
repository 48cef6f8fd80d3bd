namespace TestForge.Engine.Discovery;

/// <summary>What the recorder knew when a visit failed.</summary>
internal readonly record struct PageRecorderState(bool Crashed, bool Downloaded, int Dialogs = 0);
