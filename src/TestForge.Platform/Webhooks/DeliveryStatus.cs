namespace TestForge.Platform.Webhooks;

/// <summary>How far a delivery is.</summary>
internal enum DeliveryStatus
{
    /// <summary>It will be tried, or tried again.</summary>
    Pending,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>The receiver did not take it in three days, or its webhook was turned off. It can be replayed.</summary>
    Dead,
}
