using System.Collections.Specialized;

namespace TestForge.Cli.Demo;

// The form itself is kept too, so that a visitor who goes back finds it filled in.
internal sealed record CheckoutDetails(NameValueCollection Form, IReadOnlyList<KeyValuePair<string, string>> Lines);
