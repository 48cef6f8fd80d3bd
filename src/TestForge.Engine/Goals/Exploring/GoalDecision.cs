namespace TestForge.Engine.Goals.Exploring;

internal enum GoalDecision
{
    Act,
    Done,
    GiveUp,
}
