namespace TestForge.Pipeline;

/// <summary>A mission for a person who explores a part of the application, for what no script would see.</summary>
/// <param name="Id">Stable within the file: <c>charter1</c>.</param>
/// <param name="Title">In few words.</param>
/// <param name="Mission">What to look for, where, and with what in mind.</param>
/// <param name="FlowId">The flow that it explores.</param>
/// <param name="PageIds">Where to begin.</param>
public sealed record ExploratoryCharter(string Id, string Title, string Mission, string FlowId, IReadOnlyList<string> PageIds);
