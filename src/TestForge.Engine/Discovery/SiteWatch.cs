using Microsoft.Playwright;
using TestForge.Engine.Discovery.Api;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>What a crawl learns of the application beside its pages. One for all tabs.</summary>
internal sealed class SiteWatch(Uri target)
{
    private readonly ApiLog _calls = new(target);

    /// <summary>Watches a tab; to be settled before its page is left.</summary>
    public ApiRecorder Attach(IBrowserContext context)
    {
        var recorder = new ApiRecorder(_calls);
        recorder.Attach(context);
        return recorder;
    }

    /// <summary>The map with what was learned.</summary>
    public SiteMap Complete(SiteMap map) => map with
    {
        ApiCalls = _calls.Calls(map.Pages),
        ThirdPartyCalls = _calls.ThirdParty,
    };
}
