using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TestForge.Engine.Claude.Prompts;

namespace TestForge.Engine.Claude.Caching;

/// <summary>What two calls must have in common to share an answer: tenant, prompt and version, and every byte of the body, which holds the rest.</summary>
internal static class AnswerKey
{
    public static string For(ClaudeScope scope, ClaudeRequest request, RequestBody body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (byte[][])[Utf8(scope.Tenant), Utf8(request.PromptName), Utf8(request.PromptVersion.ToString(CultureInfo.InvariantCulture)), body.Bytes])
        {
            // With its length, so that no text can reach over into the next part.
            hash.AppendData(BitConverter.GetBytes(part.LongLength));
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
