using TestForge.Pipeline;

namespace TestForge.Platform.Trends;

/// <summary>A case in two runs.</summary>
/// <param name="Key">The case's id in plans.</param>
/// <param name="Before">Its verdict in the first run; null when the plan did not have it.</param>
/// <param name="After">Its verdict in the second run; null when the plan did not have it.</param>
/// <param name="FailureClass">What kind of failure it is in the second run.</param>
/// <param name="MillisecondsBefore">All its attempts in the first run together.</param>
/// <param name="MillisecondsAfter">All its attempts in the second run together.</param>
internal sealed record ComparedCase(string Key, string Title, Verdict? Before, Verdict? After, FailureClass? FailureClass, long MillisecondsBefore, long MillisecondsAfter);
