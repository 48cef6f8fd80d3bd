using System.Text;

namespace TestForge.Engine.Scripting;

/// <summary>File names made of lower-case letters, digits and hyphens, whatever they are made from.</summary>
internal static class FileNames
{
    private const int MaxLength = 60;

    public static string Safe(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            if (name.Length >= MaxLength)
            {
                break;
            }
        }

        return name.ToString().Trim('-') is { Length: > 0 } safe ? safe : "unnamed";
    }
}
