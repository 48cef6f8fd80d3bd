namespace TestForge.Cli.Demo;

internal sealed record DemoResponse(int Status, string ContentType, string Body)
{
    public string? Location { get; init; }

    public string? SetSession { get; init; }

    public static DemoResponse Page(DemoRequest request, string title, Markup content, int status = 200) =>
        new(status, "text/html; charset=utf-8", DemoLayout.Render(request, title, content).Html);

    public static DemoResponse Text(int status, string text) => new(status, "text/plain; charset=utf-8", text);

    // 303: the browser must follow with GET, so that reloading does not send the form again.
    public static DemoResponse SeeOther(string location, DemoSession? session = null) =>
        new(303, "text/plain; charset=utf-8", "") { Location = location, SetSession = session?.Id };
}
