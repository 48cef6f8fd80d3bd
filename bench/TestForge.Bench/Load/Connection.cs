using System.Net.Sockets;
using System.Text;

namespace TestForge.Bench.Load;

/// <summary>One HTTP/1.1 connection that does no more than a load needs, so that what is measured is the server and not the client.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    /// <summary>The last answer, as text.</summary>
    public string Text { get; private set; } = "";

    public async Task OpenAsync(Target target) => await _socket.ConnectAsync(target.Host, target.Port);

    /// <summary>Sends a request, waits for all of the answer, and returns its status.</summary>
    public async ValueTask<int> SendAsync(byte[] request, bool keepText = false)
    {
        await _socket.SendAsync(request);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            length += read;
            if (IsWhole(_buffer.AsSpan(0, length)))
            {
                if (keepText)
                {
                    Text = Encoding.UTF8.GetString(_buffer, 0, length);
                }

                return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            var digits = head[(at + "Content-Length: ".Length)..];
            var stop = digits.IndexOf((byte)'\r');
            return answer.Length >= end + 4 + int.Parse(stop < 0 ? digits : digits[..stop]);
        }

        // An answer of chunks ends with an empty one; one without a body has neither.
        return head.IndexOf("Transfer-Encoding: chunked"u8) < 0 || answer.EndsWith("\n0\r\n\r\n"u8);
    }
}
