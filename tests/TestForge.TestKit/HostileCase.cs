namespace TestForge.TestKit;

/// <summary>One way in which a page misbehaves.</summary>
/// <param name="Name">Its path below <c>/case/</c>.</param>
/// <param name="Outcomes">How a visit may end, as the map says it; <c>Skipped</c> means that it is left out and the map says why.</param>
/// <param name="Body">Markup of its body.</param>
/// <param name="Head">Markup of its head.</param>
/// <param name="Headers">Headers of its answer, <c>name: value</c> a line.</param>
/// <param name="Raw">The whole answer, byte for byte, instead; the connection is closed behind it.</param>
/// <param name="Hold">Whether the connection is kept open behind <paramref name="Raw"/> instead.</param>
public sealed record HostileCase(string Name, string Outcomes, string Body = "", string Head = "", string Headers = "", byte[]? Raw = null, bool Hold = false)
{
    /// <summary>Every case there is.</summary>
    public static IReadOnlyList<HostileCase> All { get; } = [.. HostileCasesOfScripts.All, .. HostileCasesOfMarkup.All, .. HostileCasesOfAnswers.All];
}
