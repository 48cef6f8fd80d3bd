using TestForge.Engine.Claude.Budgets;

namespace TestForge.Engine.Claude.Batches;

/// <summary>A batch that the service has, remembered until its results are read.</summary>
/// <param name="Id">The service's id.</param>
/// <param name="Reserved">What was set aside for it.</param>
internal sealed record SubmittedBatch(string Id, LedgerLine Reserved);
