namespace TestForge.Cli.Demo;

internal sealed record CheckoutDetails(IReadOnlyList<KeyValuePair<string, string>> Lines);
