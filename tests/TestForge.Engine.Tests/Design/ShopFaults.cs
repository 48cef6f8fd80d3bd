namespace TestForge.Engine.Tests.Design;

/// <summary>What can be broken in the shop.</summary>
[Flags]
internal enum ShopFaults
{
    None = 0,
    ChangedTitle = 1,
    AcceptsInvalid = 2,
    RemovedLink = 4,
    BrokenPage = 8,
    ConsoleException = 16,
    RemovedHeader = 32,
    SwappedMessage = 64,
    ChangedHeading = 128,
    AcceptsWrongLogin = 256,
    SearchFindsNothing = 512,
    Overflows = 1024,
    UnlabelledField = 2048,
    Covered = 4096,
}
