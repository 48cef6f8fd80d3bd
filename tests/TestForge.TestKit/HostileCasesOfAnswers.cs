using System.IO.Compression;
using System.Text;

namespace TestForge.TestKit;

/// <summary>Answers that are broken, half, huge or not what they say.</summary>
internal static class HostileCasesOfAnswers
{
    private const string Html = "<!doctype html><title>Raw</title><h1>Raw</h1>";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Raw("nothing", "Unreachable", ""),
        Raw("half-a-status-line", "Unreachable HttpError Ok", "HTTP/1.1 20"),
        Raw("half-the-headers", "Unreachable HttpError Ok Skipped", "HTTP/1.1 200 OK\r\nContent-Ty"),
        Raw("headers-that-stop", "Timeout", Ok, hold: true),
        Raw("silence", "Timeout", "", hold: true),
        Raw("no-http-at-all", "Ok HttpError Unreachable Skipped", "SSH-2.0-OpenSSH_9.0\r\n"),
        Raw("status-of-nonsense", "Ok HttpError", $"HTTP/1.1 999 Odd\r\nContent-Type: text/html\r\n\r\n{Html}"),
        Raw("status-of-letters", "Ok HttpError Unreachable Skipped", $"HTTP/1.1 OK\r\nContent-Type: text/html\r\n\r\n{Html}"),
        Raw("two-lengths", "HttpError Unreachable", $"{Ok}Content-Length: 5\r\nContent-Length: 500\r\n\r\n{Html}"),
        Raw("length-below-zero", "Ok HttpError Unreachable", $"{Ok}Content-Length: -5\r\n\r\n{Html}"),
        Raw("shorter-than-it-says", "Ok HttpError Timeout", $"{Ok}Content-Length: 5000\r\n\r\n{Html}"),
        Raw("longer-than-it-says", "Ok", $"{Ok}Content-Length: 45\r\n\r\n{Html}{Html}"),
        Raw("body-that-stops", "Ok", $"{Ok}Content-Length: 5000\r\n\r\n{Html}", hold: true),
        Raw("chunks-of-nonsense", "Ok HttpError Unreachable", $"{Ok}Transfer-Encoding: chunked\r\n\r\nzz\r\n{Html}"),
        Raw("chunks-cut-off", "Ok HttpError", $"{Ok}Transfer-Encoding: chunked\r\n\r\n2d\r\n{Html}\r\nff\r\n<p>"),
        Raw("flood-of-continue", "Ok HttpError", string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 50)) + $"{Ok}\r\n{Html}"),
        Raw("early-hints", "Ok", $"HTTP/1.1 103 Early Hints\r\nLink: </nothing>; rel=preload; as=style\r\n\r\n{Ok}\r\n{Html}"),
        Raw("switches-protocols", "HttpError Unreachable Skipped", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
        Raw("no-content", "Skipped", "HTTP/1.1 204 No Content\r\n\r\n"),
        Raw("two-hundred-and-five", "Skipped", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"),
        Raw("not-modified", "Skipped", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        Raw("asks-who-you-are", "HttpError Unreachable", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno"),
        Raw("asks-for-a-proxy", "HttpError Unreachable", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
        Raw("too-many-requests", "HttpError", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 99999\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno"),
        Raw("redirect-to-nowhere", "Ok HttpError", $"HTTP/1.1 302 Found\r\nContent-Type: text/html\r\n\r\n{Html}"),
        Raw("redirect-to-a-script", "HttpError Refused Unreachable Skipped", "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n"),
        Raw("redirect-to-data", "HttpError Refused Unreachable Skipped", "HTTP/1.1 302 Found\r\nLocation: data:text/html,x\r\nContent-Length: 0\r\n\r\n"),
        Raw("redirect-to-a-file", "HttpError Refused Unreachable Skipped", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
        Raw("redirect-to-a-closed-port", "Refused Unreachable", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        Raw("redirect-to-itself", "RedirectLoop", "HTTP/1.1 302 Found\r\nLocation: /case/redirect-to-itself\r\nContent-Length: 0\r\n\r\n"),
        Raw("redirect-to-metadata", "Refused", "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"),
        Raw("header-of-huge-size", "HttpError Unreachable", $"HTTP/1.1 200 OK\r\nX-Huge: {new string('x', 400_000)}\r\nContent-Type: text/html\r\n\r\n{Html}"),
        Raw("thousands-of-headers", "Ok HttpError", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 3_000).Select(i => $"X-{i}: y\r\n"))}Content-Type: text/html\r\n\r\n{Html}"),
        Raw("hundreds-of-cookies", "Ok", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"Set-Cookie: c{i}={new string('v', 200)}; Path=/case/hundreds-of-cookies\r\n"))}Content-Type: text/html\r\n\r\n{Html}"),
        Raw("header-with-zero", "Ok HttpError Unreachable", $"{Ok}X: a\0b\r\n\r\n{Html}"),
        Raw("picture-that-is-a-page", "Skipped", $"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n{Html}"),
        Raw("page-that-is-a-picture", "Ok", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0"),
        Raw("of-no-type", "Ok", $"HTTP/1.1 200 OK\r\n\r\n{Html}"),
        Raw("of-an-unknown-type", "Skipped", $"HTTP/1.1 200 OK\r\nContent-Type: application/x-nobody-knows\r\n\r\n{Html}"),
        Raw("of-a-type-of-nonsense", "Ok", $"HTTP/1.1 200 OK\r\nContent-Type: ;;html;;\u0001\r\n\r\n{Html}"),
        Raw("broken-xhtml", "Ok", "HTTP/1.1 200 OK\r\nContent-Type: application/xhtml+xml\r\n\r\n<html xmlns='http://www.w3.org/1999/xhtml'><body><p>never closed</body>"),
        Raw("letters-of-another-set", "Ok", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-16\r\n\r\n" + Html),
        Raw("letters-of-no-set", "Ok", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x-klingon\r\n\r\n<h1>\u00ff\u00fe\u00c3\u0028\u00a0\u00a1\u00e2\u0028\u00a1</h1>"),
        Raw("packed-that-is-not", "HttpError Unreachable Ok", $"{Ok}Content-Encoding: gzip\r\n\r\n{Html}"),
        Raw("packed-in-nonsense", "Ok HttpError", $"{Ok}Content-Encoding: x-none\r\n\r\n{Html}"),
        new("bomb-of-zeros", "TooLarge", Raw: [.. Encoding.ASCII.GetBytes($"{Ok}Content-Encoding: gzip\r\n\r\n"), .. Bomb()]),
        Raw("document-that-replaces-itself", "Ok Skipped", $"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{Html}\r\n--b\r\nContent-Type: text/html\r\n\r\n{Html}\r\n--b--"),
        Raw("refresh-in-a-header", "Ok Timeout", $"{Ok}Refresh: 0\r\n\r\n{Html}"),
        new("allows-nothing", "Ok", "<script>document.body.append('x')</script><img alt=x src='/nothing'>", Headers: "Content-Security-Policy: default-src 'none'; script-src 'none'; style-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"),
        new("trusts-nothing", "Ok", "<div id=d></div><script>d.innerHTML = 'x';</script>", Headers: "Content-Security-Policy: require-trusted-types-for 'script'; trusted-types 'none'"),
        new("forgets-everything", "Ok", Headers: "Clear-Site-Data: \"*\""),
        new("isolated", "Ok", Headers: "Cross-Origin-Opener-Policy: same-origin\nCross-Origin-Embedder-Policy: require-corp\nOrigin-Agent-Cluster: ?1"),
        new("saved-not-shown", "Skipped", Headers: "Content-Disposition: attachment; filename=\"../../../x\""),
    ];

    private static HostileCase Raw(string name, string outcomes, string answer, bool hold = false) => new(name, outcomes, Raw: Encoding.Latin1.GetBytes(answer), Hold: hold);

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<p>" + new string('0', 1_020) + "\n", 1_024)));
            for (var i = 0; i < 60; i++)
            {
                gzip.Write(block);
            }
        }

        return packed.ToArray();
    }
}
