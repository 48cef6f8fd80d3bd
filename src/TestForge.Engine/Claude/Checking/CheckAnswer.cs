namespace TestForge.Engine.Claude.Checking;

internal sealed record CheckAnswer(string Word);
