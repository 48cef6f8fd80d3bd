namespace TestForge.Bench.Load;

/// <summary>What is asked of a server: the bytes of each request, in the order in which they are sent, over and over.</summary>
internal sealed record Target(string Host, int Port, IReadOnlyList<byte[]> Requests)
{
    public static byte[] Get(string path, string header) => Bytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\n\r\n");

    public static byte[] Post(string path, string header, string body) =>
        Bytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\nContent-Type: application/json\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
