namespace TestForge.Engine.Browser;

/// <summary>Features of Chromium that are switched off.</summary>
internal static class BrowserFeatures
{
    // Chromium heeds the last such switch alone, so ours repeats what Playwright's says. A test keeps both in step.
    private static readonly string[] OffForPlaywright =
    [
        "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls",
        "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
        "BlockOriginHeaderModificationOnRedirect", "AvoidCorsURLLoaderRestartOnRedirect", "Translate", "AutoDeElevate",
        "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion",
    ];

    // A frame and a compositor of its own for each document of a tab: a sixth of the processor time of a crawled page.
    private const string NewFrameForEachDocument = "RenderDocument";

    public static string Switch { get; } = $"--disable-features={string.Join(',', OffForPlaywright)},{NewFrameForEachDocument}";
}
