using System.Security.Cryptography;
using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Findings;

/// <summary>Makes findings whose id is the same whenever the same fault is found.</summary>
internal static class FindingMaker
{
    public static Finding Make(FindingCategory category, FindingSeverity severity, string identity, string title, string detail, IEnumerable<string> pageIds) =>
        new(Id(category, identity), category, severity, title, detail, [.. pageIds.Distinct()]);

    private static string Id(FindingCategory category, string identity)
    {
        var name = category.ToString().ToLowerInvariant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{identity}")));
        return $"{name}-{hash[..10]}";
    }
}
