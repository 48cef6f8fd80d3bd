using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Expects an address, whichever record it names. A plan is no place for a token, so an address with one is not expected at all.</summary>
internal static class AddressCheck
{
    /// <summary>Returns null when the address holds a secret.</summary>
    public static StepAction? Of(string path) =>
        !IsPlain(path) ? null
        : UrlTemplates.Of(path) is { } template ? new StepAction.ExpectUrlLike(template)
        : new StepAction.ExpectUrl(path);

    /// <summary>Whether the address holds nothing that looks like a secret.</summary>
    public static bool IsPlain(string path) => SecretsInUrls.Hide(path) == path;
}
