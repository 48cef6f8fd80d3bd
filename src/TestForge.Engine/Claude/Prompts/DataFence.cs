using System.Security.Cryptography;
using System.Text;
using TestForge.Engine.Claude.Masking;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>Puts text of the application between lines that it cannot write itself: masked, bounded, without what nobody can see.</summary>
internal sealed class DataFence(Masker masker, MaskKey key)
{
    public string Write(PageData data, int maxLength, MaskedValues masked, List<InstructionSign> signs)
    {
        var (clean, hidden) = InvisibleText.Remove(data.Text);
        signs.AddRange(InstructionSigns.In(data.Source, clean, hidden));
        var text = masker.Mask(clean, masked);
        if (text.Length > maxLength)
        {
            text = $"{text[..maxLength]}\n(cut off: {text.Length - maxLength} more characters)";
        }

        // From a key that no page has, so no page can close it; from the text, so that the same text makes the same bytes.
        var name = Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"fence\n{data.Source}\n{text}")))[..20];
        return $"<data-{name} from=\"{masker.Mask(data.Source, masked).Replace('"', '\'')}\">\n{text}\n</data-{name}>";
    }
}
