using System.Reflection;
using TestForge.Server;

// The build asks for the description of the API by starting the program up to the point where it would serve.
if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider")
{
    await ServerHost.Build(new(), WithoutWorkers).RunAsync();
    return 0;
}

return await new ServerApp(Console.Out, Console.Error, Environment.GetEnvironmentVariable).RunAsync(args, CancellationToken.None);

// There is neither a database nor anything to do.
static void WithoutWorkers(IServiceCollection services)
{
    foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("TestForge", StringComparison.Ordinal) == true).ToArray())
    {
        services.Remove(worker);
    }
}
