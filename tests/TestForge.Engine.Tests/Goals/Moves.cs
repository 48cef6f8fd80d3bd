using System.Text.Json;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Goals;

/// <summary>Answers of a scripted model.</summary>
internal static class Moves
{
    public static FakeReply Click(string reference) => Act("click", reference);

    public static FakeReply Act(string tool, string? reference = null, string? value = null) => Answer("act", tool, reference, value);

    public static FakeReply Done(params string[] proofs) => Answer("done", proofs: proofs);

    public static FakeReply GiveUp() => Answer("giveUp");

    private static FakeReply Answer(string decision, string? tool = null, string? reference = null, string? value = null, params string[] proofs) =>
        FakeReply.Json(JsonSerializer.Serialize(new { decision, tool, @ref = reference, value, reason = "as scripted", proofs }));
}
