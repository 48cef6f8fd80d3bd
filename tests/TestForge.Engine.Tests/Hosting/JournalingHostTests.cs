using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Hosting;

public sealed class JournalingHostTests : IDisposable
{
    private static readonly StageDescriptor<string, Output> Stage = new("count", TimeSpan.FromSeconds(5), MaxAttempts: 1);
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("testforge-").FullName, "journal.jsonl");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task A_restarted_run_does_not_repeat_a_finished_stage()
    {
        var stage = new CountingStage();

        (await RunAsync(stage, "x")).Value.ShouldBe(1);
        (await RunAsync(stage, "x")).Value.ShouldBe(1);

        stage.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Another_input_runs_again()
    {
        var stage = new CountingStage();

        await RunAsync(stage, "x");
        await RunAsync(stage, "y");

        stage.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task An_interrupted_output_is_not_remembered()
    {
        var stage = new CountingStage { Interrupted = true };

        await RunAsync(stage, "x");
        stage.Interrupted = false;
        var output = await RunAsync(stage, "x");

        output.Interrupted.ShouldBeFalse();
        stage.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_crash_in_a_stage_leaves_nothing_behind()
    {
        var stage = new CountingStage { Fails = true };

        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(stage, "x"));
        stage.Fails = false;

        (await RunAsync(stage, "x")).Value.ShouldBe(2);
    }

    private async Task<Output> RunAsync(CountingStage stage, string input)
    {
        using var journal = FileJournal.Open(_path);
        var services = new ServiceCollection().AddSingleton<IStage<string, Output>>(stage).BuildServiceProvider();
        var host = new JournalingHost(
            new InProcessHost(services, TimeProvider.System, TestContext.Current.CancellationToken), journal, new Quiet(), TimeProvider.System);
        return await host.RunAsync(Stage, input);
    }

    internal sealed record Output(int Value, bool Interrupted) : IInterruptible;

    private sealed class CountingStage : IStage<string, Output>
    {
        public int Runs { get; private set; }

        public bool Interrupted { get; set; }

        public bool Fails { get; set; }

        public Task<Output> ExecuteAsync(string input, CancellationToken cancellationToken)
        {
            Runs++;
            return Fails ? throw new InvalidOperationException("power cut") : Task.FromResult(new Output(Runs, Interrupted));
        }
    }

    private sealed class Quiet : IRunEvents
    {
        public void Publish(RunEvent runEvent)
        {
        }
    }
}
