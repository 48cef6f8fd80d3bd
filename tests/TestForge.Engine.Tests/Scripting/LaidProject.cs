using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Scripting;
using TestForge.Engine.Scripting.CSharp;
using TestForge.Engine.Scripting.TypeScript;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>A generated project in a folder, and the ecosystem's own tools run there.</summary>
internal sealed class LaidProject(WorkFolder work, string modules) : IDisposable
{
    /// <summary>Lays the TypeScript project where Node finds the packages it asks for.</summary>
    public static async Task<LaidProject> TypeScriptAsync(TestPlan plan, IScriptEmitter? emitter = null)
    {
        var files = (emitter ?? new TypeScriptEmitter()).Emit(plan).Files;
        var modules = await NodeModules.OfUser().EnsureAsync(files["package.json"], TestContext.Current.CancellationToken);
        return new(await WorkFolder.CreateAsync(modules, files, TestContext.Current.CancellationToken), modules);
    }

    /// <summary>Lays the C# project below a folder whose build files would break it.</summary>
    public static async Task<LaidProject> CSharpAsync(TestPlan plan, IScriptEmitter? emitter = null)
    {
        var parent = Directory.CreateTempSubdirectory("testforge-csharp-").FullName;
        await File.WriteAllTextAsync(Path.Combine(parent, "Directory.Build.props"), "<Project><PropertyGroup><TargetFramework>net1.0</TargetFramework></PropertyGroup></Project>");
        await File.WriteAllTextAsync(Path.Combine(parent, "Directory.Build.targets"), "<Project><Target Name=\"No\" BeforeTargets=\"Build\"><Error Text=\"from above\" /></Target></Project>");
        await File.WriteAllTextAsync(Path.Combine(parent, "Directory.Packages.props"), "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        await File.WriteAllTextAsync(Path.Combine(parent, "global.json"), "{}");
        return new(await WorkFolder.CreateAsync(parent, (emitter ?? new CSharpEmitter()).Emit(plan).Files, TestContext.Current.CancellationToken), parent);
    }

    public Task<(int Exit, string Output)> TypeCheckAsync() =>
        RunAsync("node", Path.Combine(modules, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", work.Path);

    /// <summary>Warnings count: whoever runs the linter must not have to look away from ours.</summary>
    public Task<(int Exit, string Output)> LintAsync() =>
        RunAsync("node", Path.Combine(modules, "node_modules", "eslint", "bin", "eslint.js"), ".", "--max-warnings", "0");

    /// <summary>Compiles features.</summary>
    public Task<(int Exit, string Output)> FeaturesAsync() =>
        RunAsync("node", Path.Combine(modules, "node_modules", "playwright-bdd", "dist", "cli", "index.js"));

    public Task AddAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(work.Path, file), text, TestContext.Current.CancellationToken);

    public void Replace(string file, string by) => File.Copy(Path.Combine(work.Path, by), Path.Combine(work.Path, file), overwrite: true);

    /// <summary>Lays the baselines that a plan needs as the product takes them.</summary>
    public async Task AddBaselinesAsync(TestPlan plan)
    {
        await using var browsers = new BrowserHost(Options.Create(new BrowserOptions { Target = plan.Target }), NullLogger<BrowserHost>.Instance);
        await using var session = await BrowserSession.OpenAsync(browsers, new(), TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(work.Path, "baselines"));
        var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator);
        foreach (var check in plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action).OfType<StepAction.ExpectPicture>())
        {
            await session.Page.GotoAsync(plan.Target.AbsoluteUri);
            var picture = await PictureTaker.TakeAsync(session.Page, session.Page.Locate(locators[check.ElementId]), check.Masks, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(work.Path, "baselines", $"{check.Baseline}-{PictureTaker.Platform}.png"), picture, TestContext.Current.CancellationToken);
        }
    }

    public Task<(int Exit, string Output)> PlaywrightAsync() =>
        RunAsync("node", Path.Combine(modules, "node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=line");

    public Task<(int Exit, string Output)> DotnetAsync(params string[] arguments) => RunAsync("dotnet", arguments);

    public void Dispose()
    {
        work.Dispose();
        if (modules.StartsWith(Path.GetTempPath(), StringComparison.Ordinal))
        {
            Directory.Delete(modules, recursive: true);
        }
    }

    private async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        var output = new StringBuilder();
        var exit = await ChildProcess.RunAsync(
            program,
            arguments,
            work.Path,
            new Dictionary<string, string?>
            {
                [BrowserFinder.Variable] = BrowserFinder.TryFind(new()),
                ["SAMPLE_EMAIL"] = "ann@example.com",
                ["SAMPLE_PASSWORD"] = "s3cret",
                // The driver that this test run uses itself must not be forced on the project.
                ["PLAYWRIGHT_DRIVER_SEARCH_PATH"] = null,
                ["MSBuildSDKsPath"] = null,
                ["CI"] = null,
            },
            line => output.AppendLine(line),
            TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
