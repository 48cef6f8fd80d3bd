using TestForge.Cli;

return await CliServices.Create(CliServices.ThisProcess()).RunAsync(args, CancellationToken.None);
