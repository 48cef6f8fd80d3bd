using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Execution;
using TestForge.Engine.Fingerprints;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Bench;

/// <summary>Runs the first cases of a finished run's plan in this process and prints one JSON line.</summary>
internal static class ExecuteBench
{
    public static async Task<int> RunAsync(string runFolder, int count, int workers, string? prints)
    {
        var plan = JsonSerializer.Deserialize<TestPlan>(await File.ReadAllTextAsync(Path.Combine(runFolder, RunFolder.PlanFile)), ArtifactJson.Compact)!;
        var work = Directory.CreateTempSubdirectory("testforge-bench-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            var folder = RunFolder.Open(work);
            await using var host = RunHost.Create(
                folder,
                services => services
                    .Configure<BrowserOptions>(o => o.Target = plan.Target)
                    .Configure<FingerprintOptions>(o => o.File = prints)
                    .Configure<ExecutionOptions>(o => o.Workers = workers));
            var reference = await folder.Artifacts.PutAsync(ArtifactKinds.TestPlan, JsonSerializer.SerializeToUtf8Bytes(plan, ArtifactJson.Compact), CancellationToken.None);
            var cases = plan.Cases.Take(count).Select(c => c.Id).ToArray();
            var output = await host.RunStageAsync(
                Stages.Execute,
                new(Guid.Empty, reference, cases, [], new(), ExecutionBackends.InProcess, null),
                CancellationToken.None);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                tool = "in-process",
                cases = cases.Length,
                passed = output.Cases.Count(c => c.Verdict == Verdict.Passed),
                seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
