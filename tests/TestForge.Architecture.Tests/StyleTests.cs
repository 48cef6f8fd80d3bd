using System.Text.RegularExpressions;

namespace TestForge.Architecture.Tests;

public sealed partial class StyleTests
{
    [Fact]
    public void Files_stay_short()
    {
        var lengths = Repository.Sources.Select(f => f.Lines.Length).Order().ToArray();

        lengths.Length.ShouldBeGreaterThan(100);
        Repository.Sources.Where(f => f.Lines.Length > 400).Select(f => f.Path).ShouldBeEmpty();
        Repository.Tests.Where(f => f.Lines.Length > 600).Select(f => f.Path).ShouldBeEmpty();
        lengths[lengths.Length / 2].ShouldBeLessThanOrEqualTo(60);
        lengths[lengths.Length * 9 / 10].ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        var declared = Repository.Sources.Select(f => (f.Path, Types: f.Lines.Where(l => TopLevelType().IsMatch(l)).ToArray())).ToArray();

        declared.Count(d => d.Types.Length == 1).ShouldBeGreaterThan(100);
        declared.Where(d => d.Types.Length > 1).Select(d => d.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Repository.Sources.Concat(Repository.Tests).Where(f => f.Lines.Any(l => l.StartsWith("namespace ", StringComparison.Ordinal) && !l.EndsWith(';'))).ShouldBeEmpty();

    [Fact]
    public void Types_are_internal_and_sealed_unless_outside_needs_them()
    {
        var types = Repository.Sources
            .Where(f => !f.Path.StartsWith("src/TestForge.Pipeline/", StringComparison.Ordinal))
            .SelectMany(f => f.Lines.Where(l => TopLevelType().IsMatch(l)).Select(l => (f.Path, Line: l)))
            .Where(t => !t.Line.Contains(" enum ", StringComparison.Ordinal) && !t.Line.Contains(" interface ", StringComparison.Ordinal) && !t.Line.Contains("struct", StringComparison.Ordinal))
            .ToArray();

        types.Length.ShouldBeGreaterThan(100);
        types.Where(t => !t.Line.Contains("sealed", StringComparison.Ordinal) && !t.Line.Contains("static", StringComparison.Ordinal) && !t.Line.Contains("abstract", StringComparison.Ordinal))
            .Select(t => $"{t.Path}: {t.Line}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_log_line_has_a_number_of_its_own()
    {
        var numbers = Repository.Sources.SelectMany(f => LogMessage().Matches(f.Text).Select(m => m.Groups[1].Value)).ToArray();

        numbers.Length.ShouldBeGreaterThan(5);
        numbers.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_swallows_every_exception()
    {
        var catches = Repository.Sources.SelectMany(f => f.Lines.Select((l, i) => (f.Path, Number: i + 1, Line: l.Trim()))).Where(l => l.Line.StartsWith("catch", StringComparison.Ordinal)).ToArray();

        catches.Length.ShouldBeGreaterThan(20);
        catches.Where(c => c.Line is "catch (Exception)" or "catch (Exception e)").Select(c => $"{c.Path}:{c.Number}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"^(public |internal |file )?(static |sealed |abstract |partial |readonly )*(class|record|struct|interface|enum|record struct) \w+")]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex LogMessage();
}
