using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace TestForge.Engine.Vision;

/// <summary>
/// Leads ONNX Runtime to its native library, which builds leave in the package folder instead of copying those of all platforms,
/// or to one that the user names, such as a build with CUDA.
/// </summary>
internal static class OnnxRuntimeLibrary
{
    public const string PathVariable = "TESTFORGE_ONNXRUNTIME";
    private const string Name = "onnxruntime";
    private static readonly Lazy<bool> Hooked = new(Hook);

    public static void Locate() => _ = Hooked.Value;

    private static bool Hook()
    {
        if (Named() is { } named)
        {
            // Loaded first, so that it wins over the one that comes along.
            NativeLibrary.Load(named);
        }

        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            Path.GetFileNameWithoutExtension(name) is Name or "lib" + Name && (Named() ?? InPackage()) is { } path ? NativeLibrary.Load(path) : 0;
        return true;
    }

    private static string? Named() => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path ? path : null;

    private static string? InPackage()
    {
        var package = typeof(OnnxRuntimeLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "OnnxRuntimePackage")?.Value;
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var file = OperatingSystem.IsWindows() ? Name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{Name}.dylib" : $"lib{Name}.so";
        var path = Path.Combine(package ?? "", "runtimes", $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native", file);
        return File.Exists(path) ? path : null;
    }
}
