using System.Runtime.InteropServices;

namespace TestForge.TestKit.Vision;

/// <summary>Builds an ONNX model, node by node. Field numbers are those of onnx.proto.</summary>
internal sealed class OnnxGraph
{
    private const int IrVersion = 9;
    private const int Opset = 20;
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly ProtoMessage _graph = new ProtoMessage().Text(2, "encoder");
    private int _names;

    /// <summary>Returns the name of the node's output.</summary>
    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) => Node(type, inputs, $"{type}_{_names++}", attributes);

    public string Node(string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(4, type);
        foreach (var (name, value) in attributes)
        {
            node.Message(5, Attribute(name, value));
        }

        _graph.Message(1, node);
        return output;
    }

    public string Constant(float[] values, params long[] shape)
    {
        var name = $"w_{_names++}";
        _graph.Message(5, Dimensions(new(), shape).Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan())));
        return name;
    }

    public string Constant(params long[] values)
    {
        var name = $"i_{_names++}";
        _graph.Message(5, Dimensions(new(), [values.Length]).Number(2, Int64).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan())));
        return name;
    }

    public void Input(string name, params object[] shape) => _graph.Message(11, Value(name, shape));

    public void Output(string name, params object[] shape) => _graph.Message(12, Value(name, shape));

    public void Save(string path, IReadOnlyDictionary<string, string> metadata)
    {
        var model = new ProtoMessage().Number(1, IrVersion).Message(8, new ProtoMessage().Text(1, "").Number(2, Opset)).Message(7, _graph);
        foreach (var (key, value) in metadata)
        {
            model.Message(14, new ProtoMessage().Text(1, key).Text(2, value));
        }

        using var file = File.Create(path);
        model.CopyTo(file);
    }

    private static ProtoMessage Dimensions(ProtoMessage tensor, long[] shape)
    {
        foreach (var length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor;
    }

    /// <summary>A length is a number, or a name when it is left open.</summary>
    private static ProtoMessage Value(string name, object[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var length in shape)
        {
            dimensions.Message(1, length is string open ? new ProtoMessage().Text(2, open) : new ProtoMessage().Number(1, Convert.ToInt64(length, null)));
        }

        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, new ProtoMessage().Number(1, Float).Message(2, dimensions)));
    }

    private static ProtoMessage Attribute(string name, object value)
    {
        var attribute = new ProtoMessage().Text(1, name);
        switch (value)
        {
            case int or long:
                return attribute.Number(3, Convert.ToInt64(value, null)).Number(20, 2);
            case float number:
                return attribute.Float(2, number).Number(20, 1);
            case long[] numbers:
                foreach (var number in numbers)
                {
                    attribute.Number(8, number);
                }

                return attribute.Number(20, 7);
            default:
                throw new ArgumentException($"An attribute of {value.GetType()} is not written.", nameof(value));
        }
    }
}
