using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Discovery;

/// <summary>How Discovery uses this machine.</summary>
public sealed class DiscoveryOptions
{
    /// <summary>Tabs that visit pages at the same time; 0, the default, means twice the processors, at most 6, and up to 16 while the machine has time left.</summary>
    [Range(0, 32)]
    public int Tabs { get; set; }

    internal int EffectiveTabs => Tabs > 0 ? Tabs : Math.Min(6, Environment.ProcessorCount * 2);

    internal int MostTabs => Tabs > 0 ? Tabs : 16;
}
