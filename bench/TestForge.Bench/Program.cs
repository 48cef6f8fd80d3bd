using TestForge.Bench;

return args switch
{
    ["crawl", var url, var pages, var tabs] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), states: false),
    ["crawl", var url, var pages, var tabs, "states"] => await CrawlBench.RunAsync(new(url), int.Parse(pages), int.Parse(tabs), states: true),
    ["execute", var folder, var cases, var workers] => await ExecuteBench.RunAsync(folder, int.Parse(cases), int.Parse(workers)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: TestForge.Bench crawl URL MAX_PAGES TABS [states]");
    Console.Error.WriteLine("       TestForge.Bench execute RUN_FOLDER CASES WORKERS");
    return 2;
}
