using TestForge.Bench;
using TestForge.Bench.Healing;
using TestForge.Bench.Load;
using TestForge.Bench.Models;
using TestForge.Bench.Mutants;
using TestForge.Bench.TodoMvc;

return args switch
{
    ["crawl", var url, var pages, var tabs] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), maxStates: null),
    ["crawl", var url, var pages, var tabs, var states] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), int.Parse(states)),
    ["execute", var folder, var cases, var workers] => await ExecuteBench.RunAsync(folder, int.Parse(cases), int.Parse(workers), prints: null),
    ["execute", var folder, var cases, var workers, var prints] => await ExecuteBench.RunAsync(folder, int.Parse(cases), int.Parse(workers), prints),
    ["heal-pairs", var file, .. var more] => PairBench.Run(file, verbose: more is ["--verbose"]),
    ["heal-fit", var start, .. var files] => FitBench.Run(start, files),
    ["mutants", var sites, var seed, var rounds, var pages, .. var rest] => await MutantBench.RunAsync(sites, int.Parse(seed), int.Parse(rounds), int.Parse(pages), rest.Contains("--show-held")),
    ["todomvc", var parts, .. var rest] => await TodoMvcBench.RunAsync(parts, [.. rest.Where(r => !r.StartsWith("--"))], rest.Contains("--verbose")),
    ["claude", var cli, var url, var pages] => await ModelBench.RunAsync(cli, new(url), int.Parse(pages)),
    ["load", var server, var tenants, var attempts] => await LoadBench.RunAsync(server, int.Parse(tenants), long.Parse(attempts)),
    ["load-bare", var connection, var url] => await BareApi.RunAsync(connection, url),
    ["vision-model", var folder] => VisionModelBench.Run(folder, null),
    ["vision-model", var folder, var name] => VisionModelBench.Run(folder, name),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: TestForge.Bench crawl URL MAX_PAGES TABS [MAX_STATES]");
    Console.Error.WriteLine("       TestForge.Bench execute RUN_FOLDER CASES WORKERS [FINGERPRINTS_FILE]");
    Console.Error.WriteLine("       TestForge.Bench heal-pairs FILE [--verbose]");
    Console.Error.WriteLine("       TestForge.Bench heal-fit START_WEIGHTS FILE...");
    Console.Error.WriteLine("       TestForge.Bench mutants SITES_FILE SEED ROUNDS MAX_PAGES [--show-held]");
    Console.Error.WriteLine("       TestForge.Bench todomvc PARTS_FILE NAME=URL... [--verbose]");
    Console.Error.WriteLine("       TestForge.Bench claude CLI_ASSEMBLY URL MAX_PAGES");
    Console.Error.WriteLine("       TestForge.Bench load SERVER_ASSEMBLY TENANTS ATTEMPTS");
    Console.Error.WriteLine("       TestForge.Bench vision-model FOLDER [NAME]");
    return 2;
}
