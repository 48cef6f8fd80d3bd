using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Values;

/// <summary>Numbers inside and outside what a field allows.</summary>
internal static class NumberValues
{
    public static string? Valid(FormField field)
    {
        var min = Parse(field.Min);
        var max = Parse(field.Max);
        var step = Parse(field.Step) is { } s and > 0 ? s : 1;
        if (min > max)
        {
            return null;
        }

        var origin = min ?? 0;
        var wanted = (min, max) switch
        {
            (null, null) => 2,
            (null, { } most) => Math.Min(2, most),
            ({ } least, null) => least + step,
            ({ } least, { } most) => least + ((most - least) / 2),
        };
        var onStep = origin + (Math.Floor((wanted - origin) / step) * step);
        return onStep < min || onStep > max ? null : Text(onStep);
    }

    /// <summary>An allowed number one step from another, or null.</summary>
    public static string? Neighbour(FormField field, string? number)
    {
        if (Parse(number ?? Valid(field)) is not { } from)
        {
            return null;
        }

        var step = Parse(field.Step) is { } s and > 0 ? s : 1;
        return from + step > Parse(field.Max) ? from - step < Parse(field.Min) ? null : Text(from - step) : Text(from + step);
    }

    /// <summary>The smallest allowed number, or null when there is none.</summary>
    public static string? Least(FormField field) => Parse(field.Min) is { } min && !(min > Parse(field.Max)) ? Text(min) : null;

    /// <summary>The largest allowed number, or null when there is none.</summary>
    public static string? Most(FormField field)
    {
        if (Parse(field.Max) is not { } max || max < Parse(field.Min))
        {
            return null;
        }

        var origin = Parse(field.Min) ?? 0;
        var step = Parse(field.Step) is { } s and > 0 ? s : 1;
        return field.Step is "any" ? Text(max) : Text(origin + (Math.Floor((max - origin) / step) * step));
    }

    public static string? BelowMin(FormField field) => Parse(field.Min) is { } min ? Text(min - (Parse(field.Step) is { } s and > 0 ? s : 1)) : null;

    public static string? AboveMax(FormField field) => Parse(field.Max) is { } max ? Text(max + (Parse(field.Step) is { } s and > 0 ? s : 1)) : null;

    /// <summary>A number between two steps, or null when any number is allowed.</summary>
    public static string? OffStep(FormField field)
    {
        if (field.Step is "any" || Valid(field) is not { } valid)
        {
            return null;
        }

        var step = Parse(field.Step) is { } s and > 0 ? s : 1;
        var off = Parse(valid)!.Value + (step / 2);
        return off > Parse(field.Max) ? null : Text(off);
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m ? number : null;

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
