using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>Bounds of an answer that its schema cannot say: lengths, counts and ranges, as attributes of its properties.</summary>
internal static class AnswerBounds
{
    /// <summary>Faults told at most, so that an answer of rubbish makes no long repair.</summary>
    private const int MaxFaults = 20;

    /// <summary>The bounds of a property in words, for the schema's description.</summary>
    public static string Say(PropertyInfo property)
    {
        var unit = property.PropertyType == typeof(string) ? "characters" : "items";
        return string.Join(' ', new[]
        {
            property.GetCustomAttribute<MinLengthAttribute>() is { } least ? $"At least {least.Length} {unit}." : null,
            property.GetCustomAttribute<MaxLengthAttribute>() is { } most ? $"At most {most.Length} {unit}." : null,
            property.GetCustomAttribute<RangeAttribute>() is { } range ? string.Create(CultureInfo.InvariantCulture, $"From {range.Minimum} to {range.Maximum}.") : null,
        }.OfType<string>());
    }

    /// <summary>What is out of bounds, each with its path.</summary>
    public static IReadOnlyList<string> Faults(object answer) => [.. Walk(answer, "").Take(MaxFaults)];

    private static IEnumerable<string> Walk(object value, string path)
    {
        foreach (var property in AnswerSchema.Properties(value.GetType()))
        {
            if (property.GetValue(value) is not { } part)
            {
                continue;
            }

            var name = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (property.GetCustomAttributes<ValidationAttribute>().Any(a => !a.IsValid(part)))
            {
                yield return $"{name}: {Say(property)}";
            }

            foreach (var fault in part is string ? [] : part is IEnumerable items ? items.Cast<object>().SelectMany((item, i) => Inside(item, $"{name}[{i}]")) : Inside(part, name))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Inside(object? value, string path) => value switch
    {
        null => [$"{path}: is null."],
        string or bool or int or long or double or decimal or Enum => [],
        _ => Walk(value, path + "."),
    };
}
