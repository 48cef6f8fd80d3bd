using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TestForge.TestKit.Vision;

/// <summary>Writes one protobuf message, field by field, as its encoding is specified (protobuf.dev/programming-guides/encoding).</summary>
internal sealed class ProtoMessage
{
    private const int Varint = 0;
    private const int Length = 2;
    private const int Fixed32 = 5;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ProtoMessage Number(int field, long value) => Raw((ulong)((field << 3) | Varint)).Raw((ulong)value);

    public ProtoMessage Float(int field, float value)
    {
        Raw((ulong)((field << 3) | Fixed32));
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
        return this;
    }

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value._bytes.WrittenSpan);

    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Raw((ulong)((field << 3) | Length)).Raw((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public void CopyTo(Stream stream) => stream.Write(_bytes.WrittenSpan);

    private ProtoMessage Raw(ulong value)
    {
        do
        {
            var more = value >= 0x80;
            _bytes.GetSpan(1)[0] = (byte)((value & 0x7F) | (more ? 0x80u : 0));
            _bytes.Advance(1);
            value >>= 7;
        }
        while (value > 0);

        return this;
    }
}
