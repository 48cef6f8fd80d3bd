using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

/// <summary>A part of a page that did not look as in its baseline.</summary>
/// <param name="CaseId">The case that compared them.</param>
/// <param name="Baseline">The name of the baseline.</param>
/// <param name="Platform">Browser and system, such as <c>chromium-linux</c>.</param>
/// <param name="Picture">How it looked.</param>
/// <param name="Expected">How it was to look.</param>
/// <param name="Said">What differed, in words.</param>
public sealed record SeenLook(string CaseId, string Baseline, string Platform, ArtifactRef Picture, ArtifactRef Expected, string Said);
