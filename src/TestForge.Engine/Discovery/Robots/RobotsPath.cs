using System.Globalization;
using System.Text;

namespace TestForge.Engine.Discovery.Robots;

/// <summary>Writes paths in one way, so that those of rules and of addresses compare (RFC 9309, section 2.2.2).</summary>
internal static class RobotsPath
{
    private const string Unreserved = "-._~";

    /// <summary>Encodes what is not ASCII, decodes what needs no encoding, and writes the rest of the encoded in capitals.</summary>
    public static string Normal(string path)
    {
        if (!path.Contains('%') && Ascii.IsValid(path))
        {
            return path;
        }

        var text = new StringBuilder(path.Length + 16);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var encoded = value == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (encoded)
            {
                value = Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16);
                i += 2;
            }

            var plain = encoded ? char.IsAsciiLetterOrDigit((char)value) || Unreserved.Contains((char)value) : value < 128;
            text.Append(plain ? ((char)value).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{value:X2}"));
        }

        return text.ToString();
    }
}
