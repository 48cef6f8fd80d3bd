using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Reports;

/// <summary>Reads what <c>dotnet test --logger trx</c> writes.</summary>
internal static partial class TrxReport
{
    private const int MessageLength = 4_000;
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static bool Is(string path) => path.EndsWith(".trx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The results of one run.</summary>
    public static async Task<IReadOnlyList<TrxResult>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var reader = XmlReader.Create(file, new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
            var root = (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken)).Root!;
            if (root.Name != Trx + "TestRun")
            {
                throw new FormatException($"It begins with '{root.Name.LocalName}'.");
            }

            var methods = root.Elements(Trx + "TestDefinitions").Elements(Trx + "UnitTest")
                .Where(t => t.Attribute("id") is not null)
                .GroupBy(t => t.Attribute("id")!.Value)
                .ToDictionary(g => g.Key, g => g.First().Element(Trx + "TestMethod"));
            return [.. root.Elements(Trx + "Results").Elements(Trx + "UnitTestResult").Select(r => Read(r, methods.GetValueOrDefault(Text(r, "testId"))))];
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            throw new StageException(
                "suite.report_unreadable",
                $"'{path}' is no report of .NET tests: {e.Message} Make one with `dotnet test --logger trx`.",
                retryable: false,
                e);
        }
    }

    private static TrxResult Read(XElement result, XElement? method)
    {
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        var message = TerminalColours.Removed(error?.Element(Trx + "Message")?.Value.Trim() ?? "");
        var name = method is null ? Text(result, "testName") : Text(method, "name");
        return new()
        {
            Name = Text(result, "testName"),
            Class = method is null ? "" : Text(method, "className").Split(',')[0],
            Method = name.Split('(')[0].Split('.')[^1].Trim(),
            Assembly = method is null ? "" : Text(method, "codeBase").Replace('\\', '/'),
            Outcome = Text(result, "outcome"),
            Began = Time(result, "startTime"),
            Ended = Time(result, "endTime"),
            Message = message.Length <= MessageLength ? message : message[..MessageLength],
            Stack = [.. Frames().Matches(error?.Element(Trx + "StackTrace")?.Value ?? "").Select(m => new TrxFrame(m.Groups[1].Value.Replace('\\', '/'), int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)))],
        };
    }

    private static DateTimeOffset Time(XElement element, string name) =>
        DateTimeOffset.TryParse(Text(element, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    private static string Text(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    // The word before the number is of the language that the machine speaks.
    [GeneratedRegex(@"^\s+\S+ .+\)\s+\S+ (\S.*):\S+ (\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Frames();
}
