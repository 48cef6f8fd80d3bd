using Microsoft.Extensions.Options;
using TestForge.Engine.Execution;

namespace TestForge.Engine.Tests.Execution;

public sealed class WorkerGateTests
{
    private readonly WorkerGate _gate = new(Options.Create(new ExecutionOptions { Workers = 2 }));
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admits_as_many_as_there_are_workers_in_order_of_arrival()
    {
        await _gate.EnterAsync(_stop);
        await _gate.EnterAsync(_stop);
        var third = _gate.EnterAsync(_stop);
        var fourth = _gate.EnterAsync(_stop);

        third.IsCompleted.ShouldBeFalse();
        _gate.Leave();
        await third;
        fourth.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Lets_one_be_alone_after_all_others()
    {
        await _gate.EnterAsync(_stop);
        var alone = _gate.EnterAloneAsync(_stop);
        await _gate.EnterAsync(_stop);
        _gate.Leave();
        alone.IsCompleted.ShouldBeFalse();

        _gate.Leave();
        await alone;
        var next = _gate.EnterAsync(_stop);

        next.IsCompleted.ShouldBeFalse();
        _gate.Leave();
        await next;
    }

    [Fact]
    public async Task A_busy_process_keeps_nobody_waiting_for_ever()
    {
        var done = 0;
        await _gate.EnterAsync(_stop);
        var alone = AloneAsync();
        var others = Enumerable.Range(0, 500).Select(_ => OtherAsync()).ToArray();
        _gate.Leave();

        var admitted = await alone;
        await Task.WhenAll(others);

        async Task<int> AloneAsync()
        {
            await _gate.EnterAloneAsync(_stop);
            var before = Volatile.Read(ref done);
            _gate.Leave();
            return before;
        }

        async Task OtherAsync()
        {
            await _gate.EnterAsync(_stop);
            Interlocked.Increment(ref done);
            _gate.Leave();
        }

        admitted.ShouldBeInRange(100, 300);
    }

    [Fact]
    public async Task Who_stops_waiting_blocks_nobody()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        await _gate.EnterAsync(_stop);
        await _gate.EnterAsync(_stop);
        var gone = _gate.EnterAsync(patience.Token);
        var next = _gate.EnterAsync(_stop);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);

        _gate.Leave();
        await next;
    }
}
