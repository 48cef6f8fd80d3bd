using TestForge.Bench;

return args switch
{
    ["crawl", var url, var pages, var tabs] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), maxStates: null),
    ["crawl", var url, var pages, var tabs, var states] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), int.Parse(states)),
    ["execute", var folder, var cases, var workers] => await ExecuteBench.RunAsync(folder, int.Parse(cases), int.Parse(workers)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: TestForge.Bench crawl URL MAX_PAGES TABS [MAX_STATES]");
    Console.Error.WriteLine("       TestForge.Bench execute RUN_FOLDER CASES WORKERS");
    return 2;
}
