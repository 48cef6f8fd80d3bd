namespace TestForge.TestKit.FakeClaude;

/// <summary>A model that the fake service has.</summary>
public sealed record FakeModel(string Id, long MaxInput = 1_000_000, long MaxOutput = 64_000, bool StructuredOutputs = true, bool Batch = true, bool Effort = true);
