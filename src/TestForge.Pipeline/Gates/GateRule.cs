using System.Globalization;
using System.Text.RegularExpressions;

namespace TestForge.Pipeline;

/// <summary>A rule of the quality gate: a metric, a comparison and a limit, such as <c>pass-rate&gt;=95</c>.</summary>
public sealed partial record GateRule(GateMetric Metric, string Comparison, double Limit)
{
    /// <summary>The implied rule that no test fails.</summary>
    public static GateRule NoFailures { get; } = Parse("failed==0");

    /// <summary>The rule in its shortest form.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Metric.Name}{Comparison}{Limit}");

    /// <summary>Throws <c>gate.invalid</c> or <c>gate.unknown_metric</c>, naming what is allowed.</summary>
    public static GateRule Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new StageException(
                "gate.invalid",
                $"'{text}' is not a rule of a quality gate. Write a metric, one of >= <= == != > <, and a number: pass-rate>=95. Quote it in a shell.",
                retryable: false);
        }

        var metric = GateMetric.All.FirstOrDefault(m => m.Name == match.Groups[1].Value) ?? throw new StageException(
            "gate.unknown_metric",
            $"'{match.Groups[1].Value}' is not a metric of a quality gate. Known are: {string.Join(", ", GateMetric.All.Select(m => m.Name))}.",
            retryable: false);
        return new(metric, match.Groups[2].Value, double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>A value that is not known meets no rule.</summary>
    public bool IsMetBy(double? value) => Comparison switch
    {
        ">=" => value >= Limit,
        "<=" => value <= Limit,
        ">" => value > Limit,
        "<" => value < Limit,
        "==" => value == Limit,
        _ => value is not null && value != Limit,
    };

    [GeneratedRegex(@"^\s*([a-z][a-z-]*)\s*(>=|<=|==|!=|>|<)\s*(-?\d{1,9}(?:\.\d{1,6})?)\s*%?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
