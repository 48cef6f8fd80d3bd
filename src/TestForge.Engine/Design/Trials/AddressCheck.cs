using TestForge.Pipeline;

namespace TestForge.Engine.Design.Trials;

/// <summary>Expects an address, whichever record it names.</summary>
internal static class AddressCheck
{
    public static StepAction Of(string path) => UrlTemplates.Of(path) is { } template ? new StepAction.ExpectUrlLike(template) : new StepAction.ExpectUrl(path);
}
