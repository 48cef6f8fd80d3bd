namespace TestForge.Client;

/// <summary>Something that happened in a run.</summary>
/// <param name="Number">Its place among the events of the run, from 1.</param>
/// <param name="Kind">What happened, such as <c>run-started</c>, <c>case-finished</c> or, as the last, <c>run-finished</c>.</param>
/// <param name="Data">All that is told of it.</param>
public sealed record RunEvent(long Number, string Kind, System.Text.Json.JsonElement Data);
