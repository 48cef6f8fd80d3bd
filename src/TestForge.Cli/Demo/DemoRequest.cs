using System.Collections.Specialized;

namespace TestForge.Cli.Demo;

internal sealed record DemoRequest(
    string Method,
    string Path,
    NameValueCollection Query,
    NameValueCollection Form,
    DemoSessions Sessions,
    DemoSession? Session)
{
    public bool IsPost => Method == "POST";

    public string Asked(string name) => Query[name]?.Trim() ?? "";

    public string Sent(string name) => Form[name]?.Trim() ?? "";

    // Only a visitor who changes something gets a cookie; readers stay anonymous.
    public DemoSession NeedSession() => Session ?? Sessions.Create();
}
