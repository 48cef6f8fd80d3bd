namespace TestForge.Engine.Discovery.Robots;

/// <summary>What an application tells crawlers: what to leave alone, how fast to go, and which pages it has.</summary>
/// <param name="Rules">Its robots.txt, or null without one.</param>
/// <param name="Pages">Addresses that its sitemaps list, in their order, each once.</param>
/// <param name="Sitemaps">The sitemaps that were read.</param>
/// <param name="Omitted">Addresses of its sitemaps left out because there are too many, as far as they were read.</param>
internal sealed record SiteGuide(RobotsRules? Rules, IReadOnlyList<Uri> Pages, IReadOnlyList<Uri> Sitemaps, int Omitted);
