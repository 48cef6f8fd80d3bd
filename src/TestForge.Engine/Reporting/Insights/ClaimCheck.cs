using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>Holds sentences of the model to the evidence that they name. Words can always be put otherwise, so this bounds what can be invented; what counts is decided by rules.</summary>
internal sealed partial class ClaimCheck(EvidenceList evidence, RunReport report, DeploymentAdvice advice)
{
    private const int MaxSentence = 320;

    /// <summary>Shorter titles are ordinary words as often as names.</summary>
    private const int LeastTitle = 12;

    private static readonly string[] NumberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>What makes the whole answer useless, so that it is asked for once more: nothing left to say first, or more thrown away than kept.</summary>
    public IReadOnlyList<string> FaultsOf(InsightAnswer answer)
    {
        var claims = Parts(answer).SelectMany(p => p.Claims.Select(c => (p.Kind, Fault: FaultOf(c)))).ToArray();
        List<string> faults = [];
        foreach (var kind in new[] { InsightKind.Summary, InsightKind.Deployment })
        {
            if (!claims.Any(c => c.Kind == kind && c.Fault is null))
            {
                faults.Add($"{kind}: no sentence of it can be used: {string.Join("; ", claims.Where(c => c.Kind == kind).Select(c => c.Fault).Distinct().DefaultIfEmpty("there is none"))}.");
            }
        }

        if (claims.Count(c => c.Fault is not null) * 2 > claims.Length)
        {
            faults.Add($"More than half of the sentences cannot be used: {string.Join("; ", claims.Select(c => c.Fault).OfType<string>().Distinct())}.");
        }

        return faults;
    }

    /// <summary>The sentences that stand, and what was wrong with the others.</summary>
    public (IReadOnlyList<InsightSection> Sections, IReadOnlyList<string> Faults) Sift(InsightAnswer answer)
    {
        List<string> faults = [];
        List<InsightSection> sections = [];
        foreach (var (kind, claims) in Parts(answer))
        {
            faults.AddRange(claims.Select(FaultOf).OfType<string>());
            InsightSentence[] sentences = [.. claims.Where(c => FaultOf(c) is null).Select(Sentence).DistinctBy(s => s.Text)];
            if (sentences.Length > 0)
            {
                sections.Add(new(kind, sentences));
            }
        }

        return (sections, faults);
    }

    /// <summary>Why a sentence cannot be used, or null. The reason repeats none of its words: they may be invented.</summary>
    public string? FaultOf(InsightClaim claim)
    {
        if (claim.Evidence.Count == 0)
        {
            return "a sentence that names no evidence";
        }

        EvidenceItem?[] cited = [.. claim.Evidence.Distinct().Select(evidence.Find)];
        if (cited.Any(c => c is null))
        {
            return "evidence that does not exist";
        }

        var text = Plain(claim.Text);
        var known = PageText.Clean(string.Join(' ', cited.Select(c => $"{c!.Text} {c.Shown.Label}")), int.MaxValue);
        return text.Length == 0 ? "an empty sentence"
            : Token().Matches(text).Any(m => evidence.Find(m.Value) is not null) ? "names of evidence among its words"
            : !Numbers(text, known, cited!) ? "a number that its evidence does not have"
            : Address().Matches(text).Any(m => !Has(known, m.Value)) ? "an address that its evidence does not have"
            : Quoted().Matches(text).Any(m => !Has(known, m.Groups.Values.Skip(1).First(g => g.Success).Value)) ? "a quotation that its evidence does not have"
            : NamesAnother(text, known) ? "a test that is not its evidence"
            : Contradicts(text) ? "words against what the run shows"
            : null;
    }

    private InsightSentence Sentence(InsightClaim claim) => new(Plain(claim.Text), [.. claim.Evidence.Distinct().Select(evidence.Find).OfType<EvidenceItem>().Select(e => e.Shown)]);

    private static IEnumerable<(InsightKind Kind, IReadOnlyList<InsightClaim> Claims)> Parts(InsightAnswer answer) =>
    [
        (InsightKind.Deployment, answer.Deployment), (InsightKind.Risk, answer.Risk), (InsightKind.Summary, answer.Summary),
        (InsightKind.FailurePatterns, answer.FailurePatterns), (InsightKind.RootCauses, answer.RootCauses), (InsightKind.Recommendations, answer.Recommendations),
    ];

    /// <summary>Without names of evidence in brackets, which stand beside the sentence already.</summary>
    private static string Plain(string text) => Bracketed().Replace(PageText.Clean(PlainText.Clean(text), MaxSentence), "").Trim();

    /// <summary>Each number stands in the evidence, or counts the pieces of one kind that are named.</summary>
    private static bool Numbers(string text, string known, IReadOnlyList<EvidenceItem> cited)
    {
        var allowed = Number().Matches(known).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        allowed.UnionWith(cited.CountBy(c => c.Shown.Kind).Select(c => $"{c.Value}"));
        return Number().Matches(text).All(m => allowed.Contains(m.Value.Replace(",", "", StringComparison.Ordinal)))
            && Letters().Matches(text).Select(m => Array.IndexOf(NumberWords, m.Value.ToLowerInvariant())).Where(i => i >= 0).All(i => allowed.Contains($"{i + 2}") || Has(known, NumberWords[i]));
    }

    private bool NamesAnother(string text, string known) => report.Cases.Any(c => c.Title.Length >= LeastTitle && text.Contains(c.Title, StringComparison.OrdinalIgnoreCase) && !Has(known, c.Title));

    private bool Contradicts(string text) =>
        (advice is DeploymentAdvice.Hold or DeploymentAdvice.Unknown && Approval().IsMatch(text)) || (report.Totals.Failed > 0 && AllIsWell().IsMatch(text));

    private static bool Has(string known, string text) => known.Contains(PageText.Clean(text).TrimEnd('.', ',', ';', ':', '…', '/'), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s*[(\[]\s*(?:evidence:?\s*)?[a-z]\d{1,3}(?:\s*(?:,|;|and|–|-)\s*[a-z]\d{1,3})*\s*[)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b[a-z]\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[a-z]+\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    /// <summary>Web addresses, paths, and names of hosts or files.</summary>
    [GeneratedRegex("""[a-z][a-z0-9+.-]*://[^\s“”"'<>()]+|(?<![\w/.])/[\w.*~%{}-][\w./*~%{}-]*|\b(?:[\w-]{2,}\.)+[a-z]{2,}\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("""[“„«]([^”“»]{2,})[”“»]|"([^"]{2,})"|`([^`]{2,})`|(?<!\w)'([^']{2,})'(?!\w)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>Advice to deploy, unless it is denied.</summary>
    [GeneratedRegex(
        @"(?<!\bnot |n['’]t |\bnever |\bneither |\bhardly )\b(?:safe|ready|fit|fine|ok|okay|good|clear|cleared|approved|suitable) (?:to|for) (?:be )?(?:deploy|releas|ship|launch|produc|roll|go )\w*"
        + @"|\b(?:can|may|should|could|must|will) (?:now |safely |still |already )?(?:be )?(?:deployed|released|shipped|launched|rolled out|go live|go ahead|deploy\b|release\b|ship\b)"
        + @"|^\s*(?:deploy|release|ship|approve|go ahead)\b|(?<!\bnot |n['’]t |\bnever )\b(?:recommend|advise|suggest)\w* (?:deploy|releas|shipp)\w*|\bdeployment (?:is|can be) (?:safe|approved|recommended)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Approval();

    [GeneratedRegex(
        @"\b(?:all|every|each)\b(?! (?:of )?(?:the )?(?:other|remaining|rest))[^.,;]{0,30}\b(?:tests?|checks?|cases?)\b[^.,;]{0,20}\b(?:pass(?:ed|es)?|succeed(?:ed|s)?|green)\b|\bno (?:tests?|checks?|cases?) (?:has |have )?fail(?:s|ed)?\b"
        + @"|\bthere (?:are|were) no failures\b|\bnothing (?:failed|fails|is wrong|is broken)\b|\beverything (?:works|worked|passed|is fine|is well)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllIsWell();
}
